/**
 * The lottery over the candidates with more than this share under which none of them leads it, if there is one.
 *
 * A maximal lottery is led by none of the candidates in it, and leads none of them: with M their leads, M p = 0 and p
 * sums to 1, so that (M + 1) p = 1 with a 1 in every place.
 *
 * Shapes: count × count leads, count shares -> count shares, or null where no such lottery has only positive chances.
 */
export function balancedOn(leads: Float64Array, shares: Float64Array, above: number): Float64Array | null {
  const count = shares.length
  const kept = [...shares.keys()].filter((candidate) => shares[candidate]! > above)
  const matrix = kept.map((row) => Float64Array.from(kept, (column) => leads[row * count + column]! + 1))
  const found = solution(
    matrix,
    kept.map(() => 1),
  )
  if (found === null || found.some((share) => share < 0)) return null
  const lottery = new Float64Array(count)
  for (const [at, candidate] of kept.entries()) lottery[candidate] = found[at]!
  return evenly(lottery)
}

/**
 * Scaled to sum to 1; all the same where there is nothing.
 *
 * @example
 * [...evenly(Float64Array.of(1, 3))] // => [0.25, 0.75]
 */
export function evenly(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length))
}

/** Rows whose largest entry is smaller than this say nothing new. */
const NOTHING = 1e-12

/** Gauss's elimination with the largest entry of a column as its pivot; null where there is no single solution. */
function solution(rows: Float64Array[], right: number[]): number[] | null {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = largestFrom(rows, column)
    if (Math.abs(rows[pivot]![column]!) < NOTHING) return null
    swap(rows, pivot, column)
    swap(right, pivot, column)
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row]![column]! / rows[column]![column]!
      for (let at = column; at < size; at++) rows[row]![at]! -= factor * rows[column]![at]!
      right[row]! -= factor * right[column]!
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) right[row]! -= rows[row]![at]! * right[at]!
    right[row]! /= rows[row]![row]!
  }
  return right
}

function largestFrom(rows: readonly Float64Array[], column: number): number {
  let largest = column
  for (let row = column + 1; row < rows.length; row++)
    if (Math.abs(rows[row]![column]!) > Math.abs(rows[largest]![column]!)) largest = row
  return largest
}

function swap<Item>(items: Item[], a: number, b: number): void {
  const held = items[a]!
  items[a] = items[b]!
  items[b] = held
}
