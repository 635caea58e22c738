import { answersOf, type VoteMatrix, type Votes } from './matrix.ts'

/** Some rows, in the order given and also repeated ones; every column stays, also one that nobody of them answered. */
export function pickedRows(votes: Votes, rows: ArrayLike<number>): Votes {
  const rowStart = new Uint32Array(rows.length + 1)
  for (let at = 0; at < rows.length; at++) rowStart[at + 1] = rowStart[at]! + answersOf(votes, rows[at]!)
  const statement = likeOf(votes.statement, rowStart.at(-1)!)
  const vote = new Int8Array(statement.length)
  for (let at = 0; at < rows.length; at++) {
    const [from, to] = [votes.rowStart[rows[at]!]!, votes.rowStart[rows[at]! + 1]!]
    statement.set(votes.statement.subarray(from, to), rowStart[at]!)
    vote.set(votes.vote.subarray(from, to), rowStart[at]!)
  }
  return { people: rows.length, columns: votes.columns, rowStart, statement, vote }
}

/** The same rows with their ids. */
export const rowsOf = (matrix: VoteMatrix, rows: ArrayLike<number>): VoteMatrix => ({
  ...matrix,
  ...pickedRows(matrix, rows),
  participants: Array.from(rows, (row) => matrix.participants[row]!),
})

/** The votes whose entries are wanted; rows and columns stay. */
export function pickedVotes(votes: Votes, isWanted: (at: number) => boolean): Votes {
  const { people, columns } = votes
  const rowStart = new Uint32Array(people + 1)
  for (let row = 0, kept = 0; row < people; row++) {
    for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) kept += Number(isWanted(at))
    rowStart[row + 1] = kept
  }
  const statement = votes.statement.filter((_, at) => isWanted(at))
  return { people, columns, rowStart, statement, vote: votes.vote.filter((_, at) => isWanted(at)) }
}

const likeOf = (statement: Votes['statement'], length: number): Votes['statement'] =>
  statement instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length)
