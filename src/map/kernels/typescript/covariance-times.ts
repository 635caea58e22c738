import type { Rows } from '../kernels.ts'

export function covarianceTimes(
  { votes, from, to }: Rows,
  mean: Float64Array,
  block: Float64Array,
): Float64Array {
  const { rowStart, statement, vote } = votes
  const into = new Float64Array(block.length)
  for (let row = from; row < to; row++) {
    const start = rowStart[row]!
    const end = rowStart[row + 1]!
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let at = start; at < end; at++) {
      const column = statement[at]!
      const differs = vote[at]! - mean[column]!
      const cell = 4 * column
      a += differs * block[cell]!
      b += differs * block[cell + 1]!
      c += differs * block[cell + 2]!
      d += differs * block[cell + 3]!
    }
    for (let at = start; at < end; at++) {
      const column = statement[at]!
      const differs = vote[at]! - mean[column]!
      const cell = 4 * column
      into[cell]! += differs * a
      into[cell + 1]! += differs * b
      into[cell + 2]! += differs * c
      into[cell + 3]! += differs * d
    }
  }
  return into
}
