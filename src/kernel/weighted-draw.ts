import type { QuickChance } from './quick-chance.ts'

/** Draws one of the numbers 0 to n − 1, each with a chance in proportion to its weight, in constant time. */
export type Draw = (random: Pick<QuickChance, 'uniform'>) => number

/**
 * Prepares draws by weight: once in time that grows with n, then each in constant time.
 *
 * Errors: throws RangeError unless the weights are finite, none negative, and some positive.
 * Source: Walker's alias method, built as in Vose 1991, IEEE Trans. Softw. Eng. 17(9):972-975.
 *
 * @example
 * weightedDraw(Float64Array.of(0, 5, 0))({ uniform: () => 0.9 }) // => 1
 */
export function weightedDraw(weights: Float64Array): Draw {
  const n = weights.length
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0 && Number.isFinite(total)) || weights.some((weight) => weight < 0))
    throw new RangeError('weights must be finite, none negative, and some positive')
  const keep = weights.map((weight) => (weight * n) / total)
  const other = Uint32Array.from(keep, (_, at) => at)
  const small: number[] = []
  const large: number[] = []
  keep.forEach((share, at) => {
    if (share < 1) small.push(at)
    else large.push(at)
  })
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.at(-1)!]
    other[less] = more
    keep[more]! -= 1 - keep[less]!
    if (keep[more]! < 1) small.push(large.pop()!)
  }
  // What rounding left over stands for itself.
  for (const at of [...small, ...large]) keep[at] = 1
  return (random) => {
    const place = random.uniform() * n
    const at = place | 0
    return place - at < keep[at]! ? at : other[at]!
  }
}
