import { LEVEL } from '../kernel/index.ts'
import { DRAWS, type Stratum, together, weightedShares } from './strata.ts'

/** How strongly one side is preferred: log-odds, their bounds, and how many compared. */
export interface Strength {
  readonly theta: number
  readonly low: number
  readonly high: number
  readonly n: number
  readonly level: number
}

/** What the comparisons say of one side: that it has the weighted majority, and how strongly. */
export interface Majority {
  readonly probability: number
  readonly strength: Strength
}

/**
 * Whether the group-weighted majority prefers the side, and by how much, from the same draws.
 *
 * The strength is the difference of two utilities on the Bradley-Terry scale: 0 is an even split, ln 3 is three to one.
 * Where nobody compared it is 0, and its bounds are those of complete ignorance.
 *
 * Units:  a probability; log-odds (nats).
 * Source: Bradley & Terry 1952, Biometrika 39(3/4):324-345, for two responses; ADR 0061.
 */
export function majorityOf(strata: readonly Stratum[], seed: string): Majority {
  const { n } = together(strata)
  const shares = weightedShares(strata, seed).sort()
  const at = (quantile: number) => logOdds(shares[Math.round(quantile * (DRAWS - 1))]!)
  const tail = (1 - LEVEL) / 2
  if (n === 0)
    return { probability: 0.5, strength: { theta: 0, low: logOdds(0), high: logOdds(1), n, level: LEVEL } }
  const strength = { theta: at(0.5), low: at(tail), high: at(1 - tail), n, level: LEVEL }
  return { probability: shares.filter((share) => share > 0.5).length / DRAWS, strength }
}

/** The same, seen from the other side. */
export const opposite = ({ probability, strength }: Majority): Majority => ({
  probability: 1 - probability,
  strength: { ...strength, theta: 0 - strength.theta, low: 0 - strength.high, high: 0 - strength.low },
})

// A share that was drawn as 0 or 1 is one of as many draws as there are, and no more than that.
const logOdds = (share: number): number => {
  const within = Math.min(Math.max(share, 1 / DRAWS), 1 - 1 / DRAWS)
  return Math.log(within / (1 - within))
}
