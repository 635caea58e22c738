import { orderById, type ParticipantId, type StatementId } from '../../kernel/index.ts'
import { indexArray, type VoteMatrix } from './matrix.ts'

/** Answers by person, each person's in the order in which they came. */
export interface AnswerRows {
  readonly rowStart: Uint32Array
  /** The statement's number, times four, plus the vote: 0 disagree, 1 pass, 2 agree, 3 taken back. */
  readonly answer: Uint32Array
  /** When each was given. */
  readonly at: Float64Array
}

export const TAKEN_BACK = 3

/** The ids that the numbers of rows and statements stand for. */
export interface Numbered {
  readonly participants: readonly ParticipantId[]
  readonly statements: readonly StatementId[]
}

/**
 * What counts in the end: for each person and statement the latest answer, of equally late ones that which came last.
 *
 * People and statements stand in order of id; those of which no answer is left are dropped. `rows` is used up.
 */
export function matrixOfRows(rows: AnswerRows, { participants, statements }: Numbered): VoteMatrix {
  const order = orderById(statements)
  const lengths = settled(rows, ranksOf(order))
  const people = orderById(participants).filter((row) => lengths[row]! > 0)
  const answered = answeredOf(rows, lengths, order.length)
  const columns = order.filter((_, rank) => answered[rank] === 1)
  return {
    ...filled(rows, { people, lengths, columnOf: placesOf(answered), columns: columns.length }),
    participants: Array.from(people, (row) => participants[row]!),
    statements: Array.from(columns, (number) => statements[number]!),
    leftOut: 0,
  }
}

/** Leaves at the head of each row what counts, by the ranks of the statements; tells how much that is. */
function settled({ rowStart, answer, at }: AnswerRows, rank: Uint32Array): Uint32Array {
  const lengths = new Uint32Array(rowStart.length - 1)
  let keys = new Float64Array(1 << 10)
  for (let row = 0; row < lengths.length; row++) {
    const start = rowStart[row]!
    const count = rowStart[row + 1]! - start
    if (count > keys.length) keys = new Float64Array(2 * count)
    for (let i = 0; i < count; i++) keys[i] = rank[answer[start + i]! >>> 2]! * MOST_PER_PERSON + i
    sortHead(keys, count)
    lengths[row] = latestOf(
      keys.subarray(0, count),
      answer.subarray(start, start + count),
      at.subarray(start, start + count),
    )
  }
  return lengths
}

/** Writes the latest answer to each statement to the head of a row, and tells how many are left. */
function latestOf(keys: Float64Array, answer: Uint32Array, at: Float64Array): number {
  const given = answer.slice()
  let left = 0
  for (let i = 0; i < keys.length; ) {
    const column = Math.floor(keys[i]! / MOST_PER_PERSON)
    let latest = keys[i]! % MOST_PER_PERSON
    for (i++; i < keys.length && Math.floor(keys[i]! / MOST_PER_PERSON) === column; i++)
      if (at[keys[i]! % MOST_PER_PERSON]! >= at[latest]!) latest = keys[i]! % MOST_PER_PERSON
    const vote = given[latest]! & 3
    if (vote !== TAKEN_BACK) answer[left++] = 4 * column + vote
  }
  return left
}

/** Sorts the first numbers; rows are short, and for short ones nothing beats putting each in its place. */
function sortHead(keys: Float64Array, count: number): void {
  if (count > SHORT) {
    keys.subarray(0, count).sort()
    return
  }
  for (let i = 1; i < count; i++) {
    const key = keys[i]!
    let place = i
    for (; place > 0 && keys[place - 1]! > key; place--) keys[place] = keys[place - 1]!
    keys[place] = key
  }
}

function answeredOf({ rowStart, answer }: AnswerRows, lengths: Uint32Array, columns: number): Uint8Array {
  const answered = new Uint8Array(columns)
  lengths.forEach((length, row) => {
    for (let at = rowStart[row]!; at < rowStart[row]! + length; at++) answered[answer[at]! >>> 2] = 1
  })
  return answered
}

interface Filling {
  /** The rows that are kept, in order. */
  readonly people: Uint32Array
  readonly lengths: Uint32Array
  /** For each rank, its column. */
  readonly columnOf: Uint32Array
  readonly columns: number
}

function filled({ rowStart: from, answer }: AnswerRows, { people, lengths, columnOf, columns }: Filling) {
  const rowStart = new Uint32Array(people.length + 1)
  people.forEach((row, at) => {
    rowStart[at + 1] = rowStart[at]! + lengths[row]!
  })
  const statement = indexArray(columns, rowStart.at(-1)!)
  const vote = new Int8Array(statement.length)
  let to = 0
  for (const row of people)
    for (let at = from[row]!; at < from[row]! + lengths[row]!; at++, to++) {
      statement[to] = columnOf[answer[at]! >>> 2]!
      vote[to] = (answer[at]! & 3) - 1
    }
  return { people: people.length, columns, rowStart, statement, vote }
}

function ranksOf(order: Uint32Array): Uint32Array {
  const rank = new Uint32Array(order.length)
  order.forEach((number, place) => {
    rank[number] = place
  })
  return rank
}

/** For each of those marked 1, how many stand before it. */
function placesOf(marked: Uint8Array): Uint32Array {
  let before = 0
  return Uint32Array.from(marked, (mark) => (mark === 1 ? before++ : 0))
}

/** Answers that one person can give, repeated ones included: what is left of 53 bits beside 2³⁰ statements. */
const MOST_PER_PERSON = 2 ** 23
const SHORT = 96
