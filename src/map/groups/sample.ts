import type { Chance } from '../../kernel/index.ts'

/**
 * Some of the numbers 0 to of − 1, each set of that size equally likely, in rising order.
 *
 * Source: Knuth 1997, The Art of Computer Programming, vol. 2, 3rd ed., section 3.4.2, algorithm S.
 *
 * @example
 * sampleOf(3, 3, chance('s')) // => Uint32Array.of(0, 1, 2)
 */
export function sampleOf(size: number, of: number, random: Chance): Uint32Array {
  const drawn = new Uint32Array(Math.min(size, of))
  for (let item = 0, had = 0; had < drawn.length; item++)
    if ((of - item) * random.uniform() < drawn.length - had) drawn[had++] = item
  return drawn
}
