import { type GroupId, type Interval, LEVEL, normalQuantile } from '../../kernel/index.ts'
import type { Gap } from '../opinion-map.ts'

/**
 * The gap between the group whose share is largest and the one whose share is smallest, of those who saw the statement;
 * null where fewer than two did.
 *
 * Shares of one statement hang together, so the variance of their difference is taken from both and from what they have
 * in common.
 *
 * Shapes: a share and a name per group; `covariances` row by row, one row per group.
 * Source: ADR 0034, with its coverage, although the votes themselves pick out the two groups.
 */
export function gapOf(names: readonly GroupId[], { shares, covariances }: JointShares): Gap | null {
  const asked = [...names.keys()].filter((group) => shares[group]!.n > 0)
  if (asked.length < 2) return null
  const byShare = asked.sort((a, b) => shares[b]!.estimate - shares[a]!.estimate)
  const [most, least] = [byShare[0]!, byShare.at(-1)!]
  const covariance = (g: number, h: number) => covariances[g * names.length + h]!
  const variance = covariance(most, most) + covariance(least, least) - 2 * covariance(most, least)
  const estimate = shares[most]!.estimate - shares[least]!.estimate
  const half = normalQuantile((1 + LEVEL) / 2) * Math.sqrt(Math.max(0, variance))
  return {
    most: names[most]!,
    least: names[least]!,
    difference: {
      estimate,
      low: Math.max(-1, estimate - half),
      high: Math.min(1, estimate + half),
      n: Math.min(shares[most]!.n, shares[least]!.n),
      method: 'beta',
      level: LEVEL,
    },
  }
}

/** The shares of several groups in one statement, and how they hang together. */
export interface JointShares {
  readonly shares: readonly Interval[]
  readonly covariances: Float64Array
}
