import type { VoteMatrix, Votes } from '../votes/matrix.ts'
import { rowsOf } from '../votes/picked.ts'

/** Which columns hang together. */
export interface Parts {
  /** For each column, the first column of its part; a column that nobody answered is a part of its own. */
  readonly of: Uint32Array
  /** The part with most answers; of equals, the first. */
  readonly main: number
  /** For each column outside the main part, how many answered it. */
  readonly apart: Uint32Array
}

/**
 * Two columns hang together when a chain of people leads from one to the other, each of whom answered both columns of
 * a step. Between parts that do not, nothing can be compared: nobody shares a scale.
 *
 * Source: union-find with path halving, Tarjan & van Leeuwen 1984, J. ACM 31(2):245-281.
 */
export function partsOf(votes: Votes): Parts {
  const parent = Uint32Array.from({ length: votes.columns }, (_, column) => column)
  const first = (column: number): number => {
    let at = column
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  let count = votes.columns
  for (let row = 0; row < votes.people && count > 1; row++)
    for (let at = votes.rowStart[row]! + 1; at < votes.rowStart[row + 1]!; at++) {
      const [a, b] = [first(votes.statement[at - 1]!), first(votes.statement[at]!)]
      if (a === b) continue
      parent[Math.max(a, b)] = Math.min(a, b)
      count--
    }
  const of = parent.map((_, column) => first(column))
  return count <= 1 ? { of, main: 0, apart: new Uint32Array(votes.columns) } : { of, ...weighed(votes, of) }
}

/** The rows that answered in the main part; every column stays. */
export function mainPartOf(matrix: VoteMatrix, { of, main }: Parts): VoteMatrix {
  const isMain = (row: number) => of[matrix.statement[matrix.rowStart[row]!]!] === main
  const rows = [...matrix.participants.keys()].filter(isMain)
  return rows.length === matrix.people ? matrix : rowsOf(matrix, rows)
}

function weighed({ statement, rowStart, people }: Votes, of: Uint32Array): Pick<Parts, 'main' | 'apart'> {
  const answers = new Uint32Array(of.length)
  for (let at = rowStart[0]!; at < rowStart[people]!; at++) answers[statement[at]!]!++
  const inPart = new Float64Array(of.length)
  of.forEach((part, column) => {
    inPart[part]! += answers[column]!
  })
  const main = inPart.reduce((best, count, part) => (count > inPart[best]! ? part : best), 0)
  return { main, apart: answers.map((count, column) => (of[column] === main ? 0 : count)) }
}
