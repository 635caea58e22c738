import type { Parts, Rows } from '../kernels.ts'

export function tally({ votes, from, to }: Rows, { labels, parts }: Parts, into: Uint32Array): void {
  const { rowStart, statement, vote, columns } = votes
  for (let row = from; row < to; row++) {
    const table = Math.min(labels[row]!, parts - 1) * columns * 3 + 1
    const end = rowStart[row + 1]!
    for (let at = rowStart[row]!; at < end; at++) into[table + 3 * statement[at]! + vote[at]!]!++
  }
}
