import { normalBelow } from '../../kernel/index.ts'
import { type Beliefs, chanceOf, type Pair, varianceOf } from './beliefs.ts'

/** What one more answer to a comparison is worth, given what is believed. */
export type Worth = (beliefs: Beliefs, pair: Pair) => number

/**
 * What one more answer tells of all the strengths: how much the volume of what is thinkable shrinks.
 *
 * For a charter, which rests on the whole order.
 *
 * Units:  bits.
 * Source: D-optimal design, Chaloner & Verdinelli 1995, Statist. Sci. 10(3):273-304, section 3; ADR 0062.
 */
export const information: Worth = (beliefs, pair) => {
  const p = chanceOf(beliefs, pair)
  return Math.log2(1 + p * (1 - p) * varianceOf(beliefs, pair)) / 2
}

/**
 * How much stronger the thing one would choose is expected to be, were the leader and this rival known exactly.
 *
 * For one decision, where only the best matters; two things of which neither leads are worth nothing. One answer seldom
 * turns a choice by itself, so what it could turn with others like it is counted.
 *
 * Units:  log-odds.
 * Source: expected value of information, Howard 1966, IEEE Trans. Syst. Sci. Cybern. 2(1):22-26; of a normal
 *         difference, Jones, Schonlau & Welch 1998, J. Glob. Optim. 13:455-492, equation 15; ADR 0062.
 */
export const expectedGain: Worth = (beliefs, [first, other]) => {
  const { means } = beliefs
  const leader = means.indexOf(means.reduce((most, mean) => Math.max(most, mean)))
  if (leader !== first && leader !== other) return 0
  const gap = Math.abs(means[first]! - means[other]!)
  const spread = Math.sqrt(varianceOf(beliefs, [first, other]))
  const z = gap / spread
  return (spread * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) - gap * (1 - normalBelow(z))
}

/** The comparison that is worth most; ties go to the earlier things. */
export function bestPair(beliefs: Beliefs, worth: Worth): Pair {
  let best: Pair = [0, 1]
  let most = Number.NEGATIVE_INFINITY
  for (let first = 0; first < beliefs.means.length; first++)
    for (let other = first + 1; other < beliefs.means.length; other++) {
      const own = worth(beliefs, [first, other])
      if (own > most) [best, most] = [[first, other], own]
    }
  return best
}
