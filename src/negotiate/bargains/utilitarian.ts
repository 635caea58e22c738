import { type Agreement, agreementOn, type Bargain, gainsOf } from './bargain.ts'

/**
 * The option with the largest sum of gains, or an even mix of those that tie; none where every sum is below 0.
 *
 * @example
 * [...utilitarian({ utilities: [[10, 0, 6], [0, 4, 3]], disagreement: [0, 0] }).utilities] // => [10, 0]
 */
export const utilitarian = (bargain: Bargain): Agreement => largestSum(bargain, () => 1)

/**
 * The option with the largest sum of gains, each counted as a part of the most that its group could gain.
 *
 * A group for which no option is better than no agreement has no such part, and its losses count on the scale of the
 * worst option.
 *
 * Source: Dhillon & Mertens 1999, Econometrica 67(3):471-498, with the disagreement point for the worst; ADR 0055.
 *
 * @example
 * [...relativeUtilitarian({ utilities: [[10, 0, 6], [0, 4, 3]], disagreement: [0, 0] }).utilities] // => [6, 3]
 */
export const relativeUtilitarian = (bargain: Bargain): Agreement =>
  largestSum(bargain, (gains) => {
    const most = Math.max(0, ...gains)
    return most > 0 ? most : Math.max(...gains.map(Math.abs)) || 1
  })

/** Sums that differ by less come from rounding. */
const SAME = 1e-9

function largestSum(bargain: Bargain, unitOf: (gains: Float64Array) => number): Agreement {
  const gains = gainsOf(bargain)
  const sums = new Float64Array(gains[0]?.length ?? 0)
  for (const row of gains) {
    const unit = unitOf(row)
    for (const [option, gain] of row.entries()) sums[option]! += gain / unit
  }
  const most = sums.reduce((largest, sum) => Math.max(largest, sum), 0)
  const best = sums.map((sum) => Number(sum >= most - SAME))
  const tied = best.reduce((count, one) => count + one, 0)
  return agreementOn(
    bargain,
    best.map((one) => one / Math.max(1, tied)),
  )
}
