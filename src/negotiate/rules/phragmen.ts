import type { Supporters } from '../ballots.ts'
import { crowdsOf } from '../counts.ts'
import { type Narrowed, narrowed } from '../narrowed.ts'
import { type Profile, statementsAt } from '../profile.ts'
import { risingPrices } from '../rising-prices.ts'
import type { Rule } from './rule.ts'

/** Supporters earn at the same pace; a statement is seated as soon as its supporters can pay for the seat together. */
export const phragmen: Rule = {
  name: 'phragmen',
  title: 'Shared costs (Phragmén)',
  sentence:
    'Everybody earns the same amount per minute, a seat has a price, and the statement whose supporters can first pay for it together is seated; then they start again from nothing.',
  source:
    'Phragmén 1894; Brill, Freeman, Janson & Lackner 2024, Phragmén’s Voting Methods and Justified Representation, Math. Program. 203:47-76',
  standing: 'declarable',
  guarantees: [
    'anonymity',
    'neutrality',
    'committee-monotonicity',
    'justified-representation',
    'proportional-justified-representation',
  ],
  choose: (profile, seats) => {
    const fill = fillByPhragmen(marketOf(profile, seats))
    return statementsAt(profile, fill(new Float64Array(profile.weights.length), [], seats))
  },
}

/** What Phragmén's rule works on; a seat is priced so that everybody's equal share of all seats is 1. */
export interface Market {
  readonly supporters: Supporters
  readonly weights: Narrowed
  /** How many people agree with each candidate. */
  readonly crowds: Float64Array
  readonly seatPrice: number
}

export const marketOf = (profile: Profile, seats: number): Market => ({
  supporters: profile.supporters,
  weights: narrowed(profile.weights),
  crowds: crowdsOf(profile),
  seatPrice: profile.everybody / Math.max(1, seats),
})

/**
 * Fills the seats that are left, from what each person already owes: a load above 0 was spent, below 0 is saved.
 *
 * The next statement is the one that leaves its supporters with the smallest equal load. A load only ever rises, and
 * with it the load that any other statement would leave. Statements without supporters come last, in order.
 *
 * Shapes: loads of all people (overwritten), candidates seated so far -> candidates seated, in order.
 */
export const fillByPhragmen =
  ({ supporters, weights, crowds, seatPrice }: Market) =>
  (loads: Float64Array, seated: readonly number[], seats: number): number[] => {
    const { offsets, people } = supporters
    const taken = new Set(seated)
    const loadAfter = (candidate: number) => {
      let owed = seatPrice
      for (let at = offsets[candidate]!; at < offsets[candidate + 1]!; at++)
        owed += weights[people[at]!]! * loads[people[at]!]!
      return owed / crowds[candidate]!
    }
    const least = loads.reduce((low, load) => Math.min(low, load), 0)
    const bounds = crowds.map((crowd, candidate) =>
      crowd === 0 || taken.has(candidate) ? Number.POSITIVE_INFINITY : least + seatPrice / crowd,
    )
    const queue = risingPrices(bounds, loadAfter)
    while (taken.size < seats) {
      const next = queue.take()
      if (next === null) break
      taken.add(next.candidate)
      for (let at = offsets[next.candidate]!; at < offsets[next.candidate + 1]!; at++)
        loads[people[at]!] = next.price
    }
    for (let candidate = 0; candidate < crowds.length && taken.size < seats; candidate++) taken.add(candidate)
    return [...taken]
  }
