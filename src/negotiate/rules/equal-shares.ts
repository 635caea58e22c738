import { risingPrices, TIE } from '../rising-prices.ts'
import { fillByPhragmen, type Market } from './phragmen.ts'
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
  choose: ({ candidates, supporters, weights, everybody }, seats) => {
    const market: Market = { supporters, weights, seatPrice: everybody / Math.max(1, seats) }
    const { seated, left } = spend(market, seats)
    const owed = left.map((saved) => -saved)
    return fillByPhragmen(market)(owed, seated, seats).map((candidate) => candidates[candidate]!)
  },
}

/** Seats what groups can pay for: each supporter of a statement pays the same, or all that is left to them. */
function spend({ supporters, weights, seatPrice }: Market, seats: number) {
  const { offsets, people } = supporters
  const left = new Float64Array(weights.length).fill(1)
  const priceFor = (candidate: number, atLeast: number) =>
    equalPrice({
      left,
      weights,
      payers: people.subarray(offsets[candidate], offsets[candidate + 1]),
      seatPrice,
      atLeast,
    })
  const queue = risingPrices(offsets.length - 1, priceFor)
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
  readonly weights: Float64Array
  readonly payers: Uint32Array
  readonly seatPrice: number
  /** What everybody who can pays at least; what they paid when the candidate was priced last. */
  readonly atLeast: number
}

/**
 * The smallest amount that pays for a seat when everybody pays it or all they have; Infinity when all is too little.
 *
 * Those who cannot pay the even share give all they have, and the others share the rest, until everybody left can.
 */
function equalPrice({ left, weights, payers, seatPrice, atLeast }: Collection): number {
  let total = 0
  let crowd = 0
  for (const person of payers) {
    total += weights[person]! * left[person]!
    crowd += weights[person]!
  }
  if (crowd === 0 || total < seatPrice * (1 - TIE)) return Number.POSITIVE_INFINITY
  let price = Math.max(atLeast, seatPrice / crowd)
  for (let poor = -1; ; ) {
    let given = 0
    let giving = 0
    for (const person of payers) {
      if (left[person]! >= price) continue
      given += weights[person]! * left[person]!
      giving += weights[person]!
    }
    if (giving === poor || giving === crowd) return price
    poor = giving
    price = Math.max(price, (seatPrice - given) / (crowd - giving))
  }
}
