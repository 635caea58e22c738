import { chance } from './chance.ts'

/** Chance for draws by the hundred million: the same seed gives the same draws, some twenty times faster. */
export interface QuickChance {
  /** A number in [0, 1), in steps of 2⁻³². */
  uniform(): number
  /** A standard normal draw. */
  normal(): number
}

/**
 * A quick stream named by its seed; what is drawn once a row belongs to `chance`, what is drawn once a vote here.
 *
 * Source: sfc32 by Doty-Humphrey 2010 (PractRand), its 128 bits seeded from `chance`; Box & Muller 1958.
 *
 * @example
 * quickChance('a').uniform() === quickChance('a').uniform() // => true
 */
export function quickChance(seed: string): QuickChance {
  const random = chance(seed)
  const word = () => random.below(2 ** 32) | 0
  let [a, b, c, count] = [word(), word(), word(), 1]
  const uniform = () => {
    const drawn = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return (drawn >>> 0) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  for (let turn = 0; turn < WARM_UP; turn++) uniform()
  return { uniform, normal }
}

/** Turns after which every bit of the seed has reached every bit of the state, as its author advises. */
const WARM_UP = 15
