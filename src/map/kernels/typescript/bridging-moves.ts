import type { Levers, Rows } from '../kernels.ts'

export function bridgingMoves({ votes, from, to }: Rows, { items, inverse, person }: Levers): Float64Array {
  const { rowStart, statement, vote, columns } = votes
  const sums = new Float64Array(columns + 2)
  for (let row = from; row < to; row++) {
    const start = rowStart[row]!
    const end = rowStart[row + 1]!
    let [f, ff, y, yf] = [0, 0, 0, 0]
    for (let at = start; at < end; at++) {
      const item = 2 * statement[at]!
      const factor = items[item + 1]!
      const left = 0.5 * vote[at]! - items[item]!
      f += factor
      ff += factor * factor
      y += left
      yf += left * factor
    }
    const a = end - start + person.intercept
    const d = ff + person.factor
    const determinant = a * d - f * f
    const intercept = (d * y - f * yf) / determinant
    const own = (a * yf - f * y) / determinant
    for (let at = start; at < end; at++) {
      const column = statement[at]!
      const factor = items[2 * column + 1]!
      const error = 0.5 * vote[at]! - items[2 * column]! - intercept - own * factor
      const sayOfPerson = (d - 2 * f * factor + a * factor * factor) / determinant
      const pull = inverse[3 * column]! - own * inverse[3 * column + 1]!
      const sayOfStatement = pull + own * (own * inverse[3 * column + 2]! - inverse[3 * column + 1]!)
      const moved = (pull * error) / ((1 - sayOfPerson) * (1 - sayOfStatement))
      sums[column]! += moved * moved
    }
    sums[columns]! += own
    sums[columns + 1]! += own * own
  }
  return sums
}
