import { byId, orderById, type ParticipantId, type Sign, type StatementId } from '../../kernel/index.ts'
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
export interface VoteStore extends Pick<LiveRows, 'base' | 'length' | 'movedRows' | 'picked'> {
  /** How many columns have a number, and how many votes there are. */
  readonly columns: number
  readonly votes: number
  /** One answer given, changed or taken back; null where that changes nothing. */
  apply(change: VoteChange): AppliedChange | null
  /** The rows of those who have votes, and the columns of the matrix, each in order of id. */
  order(): Order
  matrix(): VoteMatrix
  pack(): void
}

export interface Order {
  readonly rows: Uint32Array
  readonly columns: Uint32Array
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
    a < given && b < given ? a < b : byId(statements.ids[a]!, statements.ids[b]!) < 0,
  )
  const row = emptyEntries()
  let votes = start.vote.length

  const order = (): Order => ({
    rows: orderById(participants.ids).filter((number) => rows.length(number) > 0),
    columns: orderById(statements.ids).filter((number) => number < given || seen[number]! > 0),
  })

  return {
    ...rows,
    get columns() {
      return statements.ids.length
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
    order,
    matrix: () => {
      const { rows: people, columns } = order()
      const columnOf = new Uint32Array(statements.ids.length)
      columns.forEach((column, place) => {
        columnOf[column] = place
      })
      return {
        ...rows.picked({ rows: people, columnOf, columns: columns.length }),
        participants: Array.from(people, (number) => participants.ids[number]!),
        statements: Array.from(columns, (column) => statements.ids[column]!),
        leftOut: start.leftOut,
      }
    },
    pack: () => rows.pack(participants.ids.length, statements.ids.length),
  }
}

/** Ids by number, in the order in which they came. */
function numbering<Id extends string>(start: readonly Id[]) {
  const ids = [...start]
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const numberOf = (id: Id): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, ids.length)
    return ids.push(id) - 1
  }
  return { ids: ids as readonly Id[], numberOf }
}

function countsOf({ columns, statement }: Votes): Uint32Array {
  const counts = new Uint32Array(columns)
  for (let at = 0; at < statement.length; at++) counts[statement[at]!]!++
  return counts
}
