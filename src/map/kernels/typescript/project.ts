import type { Rows } from '../kernels.ts'

export function project({ votes, from, to }: Rows, mean: Float64Array, axes: Float64Array): Float64Array {
  const { rowStart, statement, vote } = votes
  const sums = new Float64Array(2 * (to - from))
  for (let row = from; row < to; row++) {
    let first = 0
    let second = 0
    const end = rowStart[row + 1]!
    for (let at = rowStart[row]!; at < end; at++) {
      const column = statement[at]!
      const differs = vote[at]! - mean[column]!
      first += differs * axes[2 * column]!
      second += differs * axes[2 * column + 1]!
    }
    sums[2 * (row - from)] = first
    sums[2 * (row - from) + 1] = second
  }
  return sums
}
