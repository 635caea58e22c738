import {
  byId,
  numbering,
  orderById,
  type ParticipantId,
  type Sign,
  type StatementId,
} from '../../kernel/index.ts'
import type { VoteChange } from './change.ts'
import { emptyEntries, type LiveRows, liveRows, type RowEntries } from './live-rows.ts'
import type { VoteMatrix, Votes } from './matrix.ts'

/**
 * Votes that change.
 *
 * People and statements keep the number they got when they first came. What is there in the end is a function of the
 * votes, not of the way there: `matrix()` stands in order of id, and holds those who have votes, and the statements
 * that were given at the start or have votes.
 */
export interface VoteStore extends Pick<LiveRows, 'movedRows'> {
  /** How many people and columns have a number, and how many votes there are. */
  readonly people: number
  readonly columns: number
  readonly votes: number
  /** All rows; those that moved, because they grew or shrank, still have their old entries here. */
  base(): Votes
  /** The rows that moved. */
  moved(): Moved
  /** One answer given, changed or taken back; null where that changes nothing. */
  apply(change: VoteChange): AppliedChange | null
  /** The columns of the matrix, in order of id. */
  columnsInOrder(): Uint32Array
  matrix(): VoteMatrix
  pack(): void
}

/** Rows that moved: the votes of `rows[i]` are row i of `votes`. */
export interface Moved {
  readonly rows: Uint32Array
  readonly votes: Votes
}

/** What a change did: `row` is the whole row as it was before. */
export interface AppliedChange {
  readonly column: number
  readonly before: Sign | null
  readonly after: Sign | null
  readonly row: RowEntries
}

/** A store that begins with the votes of a matrix. */
export function voteStore(start: VoteMatrix): VoteStore {
  const participants = numbering<ParticipantId>(start.participants)
  const statements = numbering<StatementId>(start.statements)
  const given = start.columns
  const seen: number[] = Array.from(countsOf(start))
  // The columns given stand in order of id; so do numbers below it.
  const rows = liveRows(start, (a, b) =>
    a < given && b < given ? a < b : byId(statements.values[a]!, statements.values[b]!) < 0,
  )
  const row = emptyEntries()
  let votes = start.vote.length

  const columnsInOrder = (): Uint32Array =>
    orderAfter(given, statements.values).filter((number) => number < given || seen[number]! > 0)

  const all = () => statements.values.length

  return {
    movedRows: rows.movedRows,
    base: () => rows.base(all()),
    moved: () => {
      const numbers = Uint32Array.from(rows.movedRows())
      return { rows: numbers, votes: rows.picked({ rows: numbers, columnOf: null, columns: all() }) }
    },
    get people() {
      return participants.values.length
    },
    get columns() {
      return statements.values.length
    },
    get votes() {
      return votes
    },
    apply: ({ participant, statement, vote: after }) => {
      const number = participants.numberOf(participant)
      const column = statements.numberOf(statement)
      rows.read(number, row)
      const before = rows.put(number, column, after)
      if (before === after) return null
      const more = Number(after !== null) - Number(before !== null)
      seen[column] = (seen[column] ?? 0) + more
      votes += more
      return { column, before, after, row }
    },
    columnsInOrder,
    matrix: () => {
      const people = orderAfter(start.people, participants.values).filter((number) => rows.length(number) > 0)
      const columns = columnsInOrder()
      const columnOf = new Uint32Array(statements.values.length)
      columns.forEach((column, place) => {
        columnOf[column] = place
      })
      return {
        ...rows.picked({ rows: people, columnOf, columns: columns.length }),
        participants: Array.from(people, (number) => participants.values[number]!),
        statements: Array.from(columns, (column) => statements.values[column]!),
        leftOut: start.leftOut,
      }
    },
    pack: () => rows.pack(participants.values.length, statements.values.length),
  }
}

/** The order of ids of which the first so many stand in order: only the others are sorted, and put among them. */
function orderAfter(sorted: number, ids: readonly string[]): Uint32Array {
  const others = orderById(ids.slice(sorted)).map((at) => at + sorted)
  const order = new Uint32Array(ids.length)
  let next = 0
  let to = 0
  for (const other of others) {
    const end = firstAfter(ids, { from: next, to: sorted }, ids[other]!)
    while (next < end) order[to++] = next++
    order[to++] = other
  }
  while (next < sorted) order[to++] = next++
  return order
}

/** The first of some ids in order that comes after one that is not among them. */
function firstAfter(ids: readonly string[], within: { from: number; to: number }, id: string): number {
  let { from, to } = within
  while (from < to) {
    const middle = (from + to) >> 1
    if (byId(ids[middle]!, id) < 0) from = middle + 1
    else to = middle
  }
  return from
}

function countsOf({ columns, statement }: Votes): Uint32Array {
  const counts = new Uint32Array(columns)
  for (let at = 0; at < statement.length; at++) counts[statement[at]!]!++
  return counts
}
