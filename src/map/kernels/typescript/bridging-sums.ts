import type { Penalty, Rows } from '../kernels.ts'

export function bridgingSums({ votes, from, to }: Rows, items: Float64Array, penalty: Penalty): Float64Array {
  const { rowStart, statement, vote } = votes
  const sums = new Float64Array(2 * items.length + 1)
  let cost = 0
  for (let row = from; row < to; row++) {
    const start = rowStart[row]!
    const end = rowStart[row + 1]!
    let f = 0
    let ff = 0
    let y = 0
    let yf = 0
    let yy = 0
    for (let at = start; at < end; at++) {
      const item = 2 * statement[at]!
      const factor = items[item + 1]!
      const left = 0.5 * vote[at]! - items[item]!
      f += factor
      y += left
      ff += factor * factor
      yf += left * factor
      yy += left * left
    }
    const a = end - start + penalty.intercept
    const d = ff + penalty.factor
    const determinant = a * d - f * f
    const intercept = (d * y - f * yf) / determinant
    const factor = (a * yf - f * y) / determinant
    cost += yy - intercept * y - factor * yf
    const square = factor * factor
    const base = 0.5 - intercept
    for (let at = start; at < end; at++) {
      const cell = 4 * statement[at]!
      sums[cell]! += factor
      sums[cell + 1]! += square
      sums[cell + 2]! += intercept
      sums[cell + 3]! += (0.5 * vote[at]! + base) * factor
    }
  }
  sums[sums.length - 1] = cost
  return sums
}
