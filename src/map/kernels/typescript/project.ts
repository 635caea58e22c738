import type { Axes, Rows } from '../kernels.ts'

export function project({ votes, from, to }: Rows, { mean, loadings }: Axes, into: Float64Array): void {
  const { rowStart, statement, vote } = votes
  for (let row = from; row < to; row++) {
    let first = 0
    let second = 0
    const end = rowStart[row + 1]!
    for (let at = rowStart[row]!; at < end; at++) {
      const column = statement[at]!
      const differs = vote[at]! - mean[column]!
      first += differs * loadings[2 * column]!
      second += differs * loadings[2 * column + 1]!
    }
    into[2 * (row - from)] = first
    into[2 * (row - from) + 1] = second
  }
}
