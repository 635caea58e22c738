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
 * How much stronger the thing one would choose is expected to be once one more answer is in.
 *
 * For one decision, where only the best matters.
 *
 * Units:  log-odds.
 * Source: expected value of information, Howard 1966, IEEE Trans. Syst. Sci. Cybern. 2(1):22-26; ADR 0062.
 */
export const expectedGain: Worth = (beliefs, pair) => {
  const { means, covariance } = beliefs
  const n = means.length
  const p = chanceOf(beliefs, pair)
  const scale = 1 + p * (1 - p) * varianceOf(beliefs, pair)
  let [now, ifFirst, ifOther] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let row = 0; row < n; row++) {
    const towards = (covariance[row * n + pair[0]]! - covariance[row * n + pair[1]]!) / scale
    now = Math.max(now, means[row]!)
    ifFirst = Math.max(ifFirst, means[row]! + (1 - p) * towards)
    ifOther = Math.max(ifOther, means[row]! - p * towards)
  }
  return p * ifFirst + (1 - p) * ifOther - now
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
