import { maximise } from '../bargains/linear-program.ts'
import { byKeys } from '../orders/by-keys.ts'
import { type SlateBargain, worthOf } from './slate-bargain.ts'

/** The lottery over slates under which the least gain of a group is largest, with the weights that prove it. */
export interface FairestLottery {
  /** How likely each candidate has a seat. */
  readonly shares: Float64Array
  /** How much each group counts, summing to 1: no slate has a larger weighted sum of gains than `atMost`. */
  readonly weights: Float64Array
  /** No slate, and no lottery over slates, gives every group a larger gain. */
  readonly atMost: number
}

/** Good enough, as a part of what is gained, and how many slates to look at before stopping all the same (ADR 0055). */
const CLOSE_ENOUGH = 1e-9
const MOST_SLATES = 300

/**
 * Raises the least gain by mixing slates: the mix so far says how much each group should count, the best slate for
 * those weights joins the mix, until none is better than the mix.
 *
 * Anybody can check the bound: with these weights, the best slate is the candidates with the largest weighted sums.
 *
 * Shapes: as many rows as groups, however many candidates.
 * Source: Dantzig & Wolfe 1960, Oper. Res. 8(1):101-111; ADR 0055.
 */
export function fairestLottery(bargain: SlateBargain): FairestLottery {
  const groups = bargain.utilities.length
  let weights = new Float64Array(groups).fill(1 / groups)
  let atMost = Number.POSITIVE_INFINITY
  let bound = weights
  const slates: (readonly number[])[] = []
  for (;;) {
    const best = bestFor(weights, bargain)
    const gain = worthOf(weights, [...weights.keys()])
    const value = weights.reduce((sum, weight, group) => sum + weight * gainOf(bargain, group, best), 0)
    if (value < atMost) [atMost, bound] = [value, weights]
    slates.push(best)
    const mixed = mixOf(slates, bargain)
    if (atMost - mixed.least < CLOSE_ENOUGH * gain || slates.length === MOST_SLATES)
      return { shares: mixed.shares, weights: bound, atMost }
    weights = mixed.weights
  }
}

/** The slate with the largest weighted sum, ties to the earlier candidates. */
const bestFor = (weights: Float64Array, { utilities, seats }: SlateBargain): number[] =>
  byKeys(weightedSums(weights, utilities)).slice(0, seats)

/** What each candidate is worth to all groups together. */
export function weightedSums(weights: Float64Array, utilities: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(utilities[0]!.length)
  for (const [group, row] of utilities.entries())
    for (let candidate = 0; candidate < sums.length; candidate++)
      sums[candidate]! += weights[group]! * row[candidate]!
  return sums
}

/** What a group gains from a slate. */
export const gainOf = (
  { utilities, disagreement }: SlateBargain,
  group: number,
  slate: readonly number[],
): number => worthOf(utilities[group]!, slate) - disagreement[group]!

/** The best mix of these slates, and how much each group counts in it. */
function mixOf(slates: readonly (readonly number[])[], bargain: SlateBargain) {
  const gains = bargain.utilities.map((_, group) => slates.map((slate) => gainOf(bargain, group, slate)))
  // Counted from below the least gain, so that the program knows no negative numbers and leaves nothing unmixed.
  const lowest = Math.min(...gains.flat()) - 1
  const optimum = maximise({
    objective: [...slates.map(() => 0), 1],
    rows: [[...slates.map(() => 1), 0], ...gains.map((row) => [...row.map((gain) => lowest - gain), 1])],
    bounds: [1, ...gains.map(() => 0)],
  })!
  const prices = optimum.prices.subarray(1)
  const sum = prices.reduce((total, price) => total + price, 0)
  const shares = new Float64Array(bargain.utilities[0]!.length)
  for (const [at, slate] of slates.entries())
    for (const candidate of slate) shares[candidate]! += optimum.solution[at]!
  return {
    shares,
    weights: prices.map((price) => price / sum),
    least: optimum.solution[slates.length]! + lowest,
  }
}
