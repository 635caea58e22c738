import { byId, type ParticipantId, type Sign, type StatementId, signOf } from '../../kernel/index.ts'
import type { Listening, Statement } from '../../listen/index.ts'

/**
 * Who answered what, as numbers alone: one row per person, one column per statement, only the answers stored.
 *
 * Shapes: row i of `people` holds entries `rowStart[i]` to `rowStart[i + 1]`, in order of column; entry e is the
 * answer `vote[e]` (agree +1, pass 0, disagree −1) to the statement in column `statement[e]` of `columns`.
 */
export interface Votes {
  readonly people: number
  readonly columns: number
  readonly rowStart: Uint32Array
  readonly statement: Uint16Array | Uint32Array
  readonly vote: Int8Array
}

/** Votes with the ids of their columns: all that a map needs to know, but who the people are. */
export interface VotesOnMap extends Votes {
  readonly statements: readonly StatementId[]
  /** How many statements outside the columns everybody counts as having answered: none, but on a map of Polis. */
  readonly leftOut: number
}

/**
 * Votes with the ids of their rows and columns.
 *
 * Rows and columns stand in order of id, so that the same answers give the same bits, whatever order they came in.
 */
export interface VoteMatrix extends VotesOnMap {
  readonly participants: readonly ParticipantId[]
}

/**
 * The votes a map is drawn from: one row per person who cast one, one column per statement that counts.
 *
 * Statements that were removed, and those about people, do not count. One that still waits for a moderator counts
 * as soon as somebody answered it: leaving those answers out would let slowness decide (ADR 0015).
 *
 * Errors: throws RangeError when one person has two votes on one statement; a Listening holds only the latest.
 */
export function matrixOf(listening: Listening): VoteMatrix {
  const voted = new Set(listening.votes.map(({ statement }) => statement))
  const counted = listening.statements.filter((statement) => counts(statement, voted.has(statement.id)))
  const statements = counted.map(({ id }) => id).sort(byId)
  const columns = new Map(statements.map((id, column) => [id, column]))
  const rows = new Map<ParticipantId, [column: number, vote: Sign][]>()
  for (const { participant, statement, vote } of listening.votes) {
    const column = columns.get(statement)
    if (column === undefined) continue
    const row = rows.get(participant)
    if (row === undefined) rows.set(participant, [[column, signOf(vote)]])
    else row.push([column, signOf(vote)])
  }
  return packed(rows, statements)
}

/** How many statements the person of this row answered. */
export const answersOf = ({ rowStart }: Votes, row: number): number => rowStart[row + 1]! - rowStart[row]!

/** How many statements somebody answered: the C of the formulas. One that nobody saw moves nobody. */
export function answeredStatements({ columns, statement }: Votes): number {
  const answered = new Uint8Array(columns)
  let count = 0
  // Ends as soon as all are found: with many people, after a small part of the votes.
  for (let at = 0; at < statement.length && count < columns; at++) {
    count += 1 - answered[statement[at]!]!
    answered[statement[at]!] = 1
  }
  return count
}

const counts = ({ subject, moderation }: Statement, voted: boolean): boolean =>
  subject === 'value' && (moderation === 'shown' || (moderation === 'waiting' && voted))

function packed(
  rows: ReadonlyMap<ParticipantId, [column: number, vote: Sign][]>,
  statements: readonly StatementId[],
): VoteMatrix {
  const participants = [...rows.keys()].sort(byId)
  const total = participants.reduce((sum, id) => sum + rows.get(id)!.length, 0)
  const rowStart = new Uint32Array(participants.length + 1)
  const statement = indexArray(statements.length, total)
  const vote = new Int8Array(total)
  let at = 0
  participants.forEach((id, row) => {
    for (const [column, sign] of rows.get(id)!.sort(([a], [b]) => a - b)) {
      if (at > rowStart[row]! && statement[at - 1] === column)
        throw new RangeError(
          `"${id}" has two votes on statement "${statements[column]}"; resolve re-votes first`,
        )
      statement[at] = column
      vote[at++] = sign
    }
    rowStart[row + 1] = at
  })
  const [people, columns] = [participants.length, statements.length]
  return { people, columns, participants, statements, rowStart, statement, vote, leftOut: 0 }
}

/** An array for the numbers of so many columns, as narrow as they allow. */
export const indexArray = (columns: number, length: number): Uint16Array | Uint32Array =>
  columns <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length)
