import {
  id,
  type Parsed,
  type ParticipantId,
  parsed,
  quoted,
  refused,
  type Sign,
  type StatementId,
  voteOf,
} from '../../kernel/index.ts'
import { LIMITS, readRows } from './csv.ts'
import { type Answer, type Answers, type Counts, countVote, putAnswer } from './polis-answers.ts'
import { count, decimal, flag, isPolisId, millis, polisId, sign, text } from './polis-cells.ts'
import type { TextFile } from './text-file.ts'
import {
  claim,
  column,
  columnOr,
  type MissingColumn,
  orNothing,
  readTyped,
  wrongCell,
} from './typed-table.ts'

/** A statement as comments.csv lists it. */
export interface PolisStatement {
  readonly id: StatementId
  readonly text: string
  readonly author: ParticipantId | null
  /** -1 rejected, 0 not looked at, 1 accepted; null when the export does not say. */
  readonly moderated: -1 | 0 | 1 | null
  readonly meta: boolean
  readonly seed: boolean
  readonly agrees: number | null
  readonly disagrees: number | null
  readonly consensus: number | null
}

export interface PolisStatements {
  readonly statements: ReadonlyMap<StatementId, PolisStatement>
  readonly missing: readonly MissingColumn[]
}

const COMMENTS = {
  id: column('comment-id', polisId<'statement'>()),
  text: column('comment-body', text),
  author: columnOr('author-id', orNothing(polisId<'participant'>()), null, 'authors are unknown'),
  moderated: columnOr('moderated', orNothing(sign), null, 'every statement counts as shown'),
  meta: columnOr('is-meta', flag, false, 'no statement counts as being about people'),
  seed: columnOr('is-seed', flag, false, 'no statement counts as a seed'),
  agrees: columnOr('agrees', orNothing(count), null, 'its totals cannot be compared with the votes'),
  disagrees: columnOr('disagrees', orNothing(count), null, 'its totals cannot be compared with the votes'),
  consensus: claim('group-informed-consensus', decimal),
}

/** The statements of comments.csv, by id. */
export function readComments(file: TextFile): Parsed<PolisStatements> {
  const statements = new Map<StatementId, PolisStatement>()
  const missing = readTyped(file, COMMENTS, () => (statement, _cells, row) => {
    if (statements.has(statement.id))
      return wrongCell(file, row, 'comment-id', statement.id, 'an id that no row above has')
    statements.set(statement.id, statement)
    return null
  })
  return missing.kind === 'refused' ? missing : parsed({ statements, missing: missing.value })
}

export interface PolisVotes {
  /** The latest vote of each person on each statement; of equally late ones the one further down the file. */
  readonly latest: Answers
  /** Every agree and disagree of the file, also those that a later vote replaced. */
  readonly cast: Counts
  readonly missing: readonly MissingColumn[]
}

const VOTES = {
  participant: column('voter-id', polisId<'participant'>()),
  statement: column('comment-id', polisId<'statement'>()),
  vote: column('vote', sign),
  at: columnOr('timestamp', millis, -1, 'times are unknown and of several votes the last row counts'),
}

/** The votes of votes.csv, resolved so that the latest wins. */
export function readVotes(file: TextFile): Parsed<PolisVotes> {
  const latest: Answers = new Map()
  const cast: Counts = new Map()
  const missing = readTyped(file, VOTES, () => ({ participant, statement, vote, at }) => {
    countVote(cast, statement, voteOf(vote))
    const before = latest.get(participant)?.get(statement)?.at ?? -1
    if (at >= before)
      putAnswer(latest, participant, statement, { vote: voteOf(vote), at: at < 0 ? null : at })
    return null
  })
  return missing.kind === 'refused' ? missing : parsed({ latest, cast, missing: missing.value })
}

export interface PolisMatrix {
  /** Everybody listed, in the order of the rows. */
  readonly people: ReadonlyMap<ParticipantId, PolisPerson>
  readonly answers: Answers
  readonly missing: readonly MissingColumn[]
}

/** A person as participants-votes.csv lists them; null for what the export does not say. */
export interface PolisPerson {
  /** The exported group; null for none. */
  readonly group: string | null
  readonly comments: number | null
  /** How often the person voted, as the export says. */
  readonly claimed: PolisTotals<number | null>
  /** How often the person voted, by the cells of their row. */
  readonly counted: PolisTotals<number>
}

export type PolisTotals<N> = Readonly<Record<'seen' | 'agree' | 'disagree', N>>

/** How many votes a matrix may hold: as many as rows of votes.csv. Source: ADR 0012. */
const MAX_ANSWERS = LIMITS.rows

// One value for each of three answers, because a matrix holds hundreds of thousands of them.
const UNDATED: Readonly<Record<Sign, Answer>> = {
  1: { vote: 'agree', at: null },
  0: { vote: 'pass', at: null },
  [-1]: { vote: 'disagree', at: null },
}

const UNCHECKED = 'its totals cannot be compared with its cells'
const MATRIX = {
  participant: column('participant', polisId<'participant'>()),
  group: columnOr('group-id', orNothing(polisId<'group'>()), null, 'exported groups are unknown'),
  comments: claim('n-comments', count),
  seen: columnOr('n-votes', orNothing(count), null, UNCHECKED),
  agree: columnOr('n-agree', orNothing(count), null, UNCHECKED),
  disagree: columnOr('n-disagree', orNothing(count), null, UNCHECKED),
}

/** The people and votes of participants-votes.csv. A column `xid` can name a person and is never looked at. */
export function readMatrix(file: TextFile, limit = MAX_ANSWERS): Parsed<PolisMatrix> {
  const people = new Map<ParticipantId, PolisPerson>()
  const answers: Answers = new Map()
  let all = 0
  const missing = readTyped(file, MATRIX, (columns) => {
    const statements = [...columns].filter(([name]) => isPolisId(name))
    return ({ participant, group, comments, ...claimed }, cells, row) => {
      if (people.has(participant))
        return wrongCell(file, row, 'participant', participant, 'an id that no row above has')
      const own = { seen: 0, agree: 0, disagree: 0 }
      for (const [name, at] of statements) {
        const cell = cells[at] ?? ''
        if (cell === '') continue
        const value = sign.read(cell)
        if (value === undefined) return wrongCell(file, row, name, cell, `${sign.expected} or nothing`)
        own.seen++
        if (value === 1) own.agree++
        if (value === -1) own.disagree++
        putAnswer(answers, participant, id(name), UNDATED[value])
      }
      all += own.seen
      if (all > limit)
        return {
          place: `${file.name}, row ${row}`,
          found: 'a vote too many',
          expected: `at most ${limit} votes`,
        }
      people.set(participant, { group, comments, claimed, counted: own })
      return null
    }
  })
  return missing.kind === 'refused' ? missing : parsed({ people, answers, missing: missing.value })
}

/** Whether the totals given for a person are not those of the cells in their row. */
export const totalsDiffer = ({ claimed, counted }: PolisPerson): boolean =>
  (claimed.seen ?? counted.seen) !== counted.seen ||
  (claimed.agree ?? counted.agree) !== counted.agree ||
  (claimed.disagree ?? counted.disagree) !== counted.disagree

/** The keys and values of summary.csv. */
export function readSummary(file: TextFile): Parsed<ReadonlyMap<string, string>> {
  const values = new Map<string, string>()
  const problem = readRows(file, (cells, row) => {
    const [key = '', value = ''] = cells
    const place = `${file.name}, row ${row}`
    if (cells.length !== 2) return { place, found: `${cells.length} cells`, expected: 'a key and a value' }
    if (values.has(key)) return { place, found: `the key ${quoted(key)} again`, expected: 'each key once' }
    if (text.read(value) === undefined) return wrongCell(file, row, key, value, text.expected)
    values.set(key, value)
    return null
  })
  return problem === null ? parsed(values) : refused(problem)
}
