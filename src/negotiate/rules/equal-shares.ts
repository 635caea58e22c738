import { supportersAt } from '../ballots.ts'
import type { Narrowed } from '../narrowed.ts'
import { statementsAt } from '../profile.ts'
import { risingPrices, TIE } from '../rising-prices.ts'
import { fillByPhragmen, type Market, marketOf } from './phragmen.ts'
import type { Rule } from './rule.ts'

/** Everybody gets an equal share of all seats to spend; whoever paid for one seat has less for the next. */
export const equalShares: Rule = {
  name: 'equal-shares',
  title: 'Equal shares',
  sentence:
    'Everybody gets an equal share of all seats to spend, and the statement that costs each of its supporters the least is seated next; when no group can pay any more, Phragmén’s rule fills what is left.',
  source:
    'Peters & Skowron 2020, Proportionality and the Limits of Welfarism, EC 2020 (Rule X); completion as in Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences',
  standing: 'declarable',
  guarantees: [
    'anonymity',
    'neutrality',
    'justified-representation',
    'proportional-justified-representation',
    'extended-justified-representation',
    'ejr-plus',
  ],
  choose: (profile, seats) => {
    const market = marketOf(profile, seats)
    const { seated, left } = spend(market, seats)
    const owed = left.map((saved) => -saved)
    return statementsAt(profile, fillByPhragmen(market)(owed, seated, seats))
  },
}

/** Seats what groups can pay for: each supporter of a statement pays the same, or all that is left to them. */
function spend(market: Market, seats: number) {
  const { supporters, weights, crowds, seatPrice } = market
  const { offsets, people } = supporters
  const left = new Float64Array(weights.length).fill(1)
  const priceFor = (candidate: number, atLeast: number) =>
    equalPrice(supportersAt(supporters, candidate), {
      left,
      weights,
      crowd: crowds[candidate]!,
      seatPrice,
      atLeast,
    })
  const isTooFew = (crowd: number) => crowd === 0 || crowd < seatPrice * (1 - TIE)
  const bounds = crowds.map((crowd) => (isTooFew(crowd) ? Number.POSITIVE_INFINITY : seatPrice / crowd))
  const queue = risingPrices(bounds, priceFor)
  const seated: number[] = []
  while (seated.length < seats) {
    const next = queue.take()
    if (next === null) break
    seated.push(next.candidate)
    for (let at = offsets[next.candidate]!; at < offsets[next.candidate + 1]!; at++) {
      const rest = left[people[at]!]! - next.price
      left[people[at]!] = rest > TIE ? rest : 0
    }
  }
  return { seated, left }
}

interface Collection {
  readonly left: Float64Array
  readonly weights: Narrowed
  /** How many people the payers stand for. */
  readonly crowd: number
  readonly seatPrice: number
  /** What everybody who can pays at least: an even share of the price, or what they paid when it was priced last. */
  readonly atLeast: number
}

/**
 * The smallest amount that pays for a seat when everybody pays it or all they have; Infinity when all is too little.
 *
 * Those who cannot pay the even share give all they have, and the others share the rest, until everybody left can.
 */
function equalPrice(payers: Uint32Array, { left, weights, crowd, seatPrice, atLeast }: Collection): number {
  let price = atLeast
  for (let poor = 0; ; ) {
    let total = 0
    let given = 0
    let giving = 0
    for (const person of payers) {
      const means = weights[person]! * left[person]!
      total += means
      if (left[person]! >= price) continue
      given += means
      giving += weights[person]!
    }
    if (total < seatPrice * (1 - TIE)) return Number.POSITIVE_INFINITY
    if (giving === poor || giving === crowd) return price
    poor = giving
    price = Math.max(price, (seatPrice - given) / (crowd - giving))
  }
}
