import type { ParticipantId, StatementId, Vote } from '../../kernel/index.ts'

/** An answer and when it was given, in milliseconds since 1970; null when the file does not say. */
export interface Answer {
  readonly vote: Vote
  readonly at: number | null
}

/** Answers by person, then statement. */
export type Answers = Map<ParticipantId, Map<StatementId, Answer>>

export function putAnswer(
  answers: Answers,
  participant: ParticipantId,
  statement: StatementId,
  answer: Answer,
): void {
  const own = answers.get(participant)
  if (own === undefined) answers.set(participant, new Map([[statement, answer]]))
  else own.set(statement, answer)
}

/** Every answer with who gave it on what. */
export function* eachAnswer(answers: Answers): Generator<readonly [ParticipantId, StatementId, Answer]> {
  for (const [participant, own] of answers)
    for (const [statement, answer] of own) yield [participant, statement, answer]
}

/** How often people agreed and disagreed with a statement; passes are not counted, as in comments.csv. */
export interface Count {
  agree: number
  disagree: number
}

/** The count of a statement that nobody agreed or disagreed with. */
export const NOBODY: Readonly<Count> = { agree: 0, disagree: 0 }

/** Counts by statement. */
export type Counts = Map<StatementId, Count>

export function countVote(counts: Counts, statement: StatementId, vote: Vote): void {
  let own = counts.get(statement)
  if (own === undefined) {
    own = { agree: 0, disagree: 0 }
    counts.set(statement, own)
  }
  if (vote !== 'pass') own[vote]++
}

export function countsOf(answers: Answers): Counts {
  const counts: Counts = new Map()
  for (const [, statement, { vote }] of eachAnswer(answers)) countVote(counts, statement, vote)
  return counts
}

/** The answers that two files give together, and how the files differ. */
export interface Reconciled {
  readonly answers: Answers
  readonly otherValue: number
  readonly onlyInVotes: number
  readonly onlyInMatrix: number
  /** Answers left out, because no file says what the statement is. */
  readonly onUnknownStatements: number
}

/**
 * One answer per person and statement out of votes.csv and participants-votes.csv.
 *
 * The latest vote stands wherever votes.csv has one: it is what was cast, and the matrix is computed from it. A cell
 * without a vote is kept, because the two files are downloaded one after the other and either may be the newer.
 *
 * Source: ADR 0012.
 */
export function reconcile(
  votes: Answers | null,
  matrix: Answers | null,
  known: ReadonlyMap<StatementId, unknown>,
): Reconciled {
  const answers: Answers = new Map()
  const differences = { otherValue: 0, onlyInVotes: 0, onlyInMatrix: 0, onUnknownStatements: 0 }
  const keep = (participant: ParticipantId, statement: StatementId, answer: Answer): boolean => {
    if (known.has(statement)) putAnswer(answers, participant, statement, answer)
    else differences.onUnknownStatements++
    return known.has(statement)
  }
  for (const [participant, statement, answer] of eachAnswer(votes ?? new Map())) {
    if (!keep(participant, statement, answer) || matrix === null) continue
    const cell = matrix.get(participant)?.get(statement)
    if (cell === undefined) differences.onlyInVotes++
    else if (cell.vote !== answer.vote) differences.otherValue++
  }
  for (const [participant, statement, cell] of eachAnswer(matrix ?? new Map())) {
    if (votes?.get(participant)?.has(statement)) continue
    if (keep(participant, statement, cell) && votes !== null) differences.onlyInMatrix++
  }
  return { answers, ...differences }
}
