import type { Profile } from '../profile.ts'
import { type Reach, type Reached, reachOf } from './reach.ts'

/** What is asked of a rule: where so many added ballots, or fewer, can lead. */
export interface Reaching {
  readonly profile: Profile
  readonly seats: number
  readonly ballots: number
  /** How many states may be followed. */
  readonly most: number
}

/**
 * Phragmén: the next statement is the one that leaves its supporters with the smallest equal load.
 *
 * Added ballots that owe nothing yet bring a load down at most as if all of them supported it; those that owe bring it
 * up at most to where they stand, which is below what is seated next. So each load has bounds, and who can come next too.
 *
 * Source: this project, ADR 0058.
 */
export function reachOfPhragmen({ profile, seats, ballots, most }: Reaching): Reach {
  const people = profile.weights.length
  const start: Reached = {
    seated: [],
    phase: 0,
    low: new Float64Array(people),
    high: new Float64Array(people),
    since: 0,
  }
  return reachOf(start, { seats, most, next: sharing({ profile, ballots, price: [1, 1], saved: 0 }) })
}

/**
 * Equal shares: who can pay buys, at the smallest equal price; Phragmén fills what is left.
 *
 * Added ballots raise the price of a seat for all, and pay towards a statement at most all they have.
 */
export function reachOfEqualShares({ profile, seats, ballots, most }: Reaching): Reach {
  const price = [profile.everybody / seats, (profile.everybody + ballots) / seats] as const
  const all = new Float64Array(profile.weights.length).fill(1)
  const start: Reached = { seated: [], phase: 0, low: all, high: all, since: 0 }
  const filling = sharing({ profile, ballots, price, saved: 1 })
  return reachOf(start, {
    seats,
    most,
    next: (state) => (state.phase === 1 ? filling(state) : buying({ profile, ballots, price }, state)),
  })
}

/** Halves and thirds: an added ballot adds at most one to any statement, and nothing else moves. */
export function reachOfSeqPav({ profile, seats, ballots, most }: Reaching): Reach {
  const nothing = new Float64Array(0)
  return reachOf(
    { seated: [], phase: 0, low: nothing, high: nothing, since: 0 },
    {
      seats,
      most,
      next: (state) => {
        const has = new Uint32Array(profile.weights.length)
        for (const seated of state.seated) for (const person of supportersOf(profile, seated)) has[person]!++
        const scores = unseated(profile, state).map((candidate) => ({
          candidate,
          score: supportersOf(profile, candidate).reduce(
            (sum, person) => sum + profile.weights[person]! / (1 + has[person]!),
            0,
          ),
        }))
        const best = Math.max(...scores.map(({ score }) => score))
        return scores
          .filter(({ score }) => score + ballots >= best - SLACK * Math.max(1, best))
          .map(({ candidate }) => ({ ...state, seated: [...state.seated, candidate] }))
      },
    },
  )
}

interface Market {
  readonly profile: Profile
  readonly ballots: number
  readonly price: readonly [low: number, high: number]
}

/** The states after one more statement is bought, and that in which none can be. */
function buying({ profile, ballots, price }: Market, state: Reached): Reached[] {
  const { weights } = profile
  const costs = unseated(profile, state).map((candidate) => {
    const people = supportersOf(profile, candidate)
    return {
      candidate,
      low: equalPrice({ left: state.high, weights, people, price: price[0], more: ballots }),
      high: equalPrice({ left: state.low, weights, people, price: price[1], more: 0 }),
    }
  })
  const dearest = Math.min(...costs.map(({ high }) => high))
  const bought = costs
    .filter(({ low }) => low <= dearest + SLACK && low < Number.POSITIVE_INFINITY)
    .map(({ candidate, low }): Reached => {
      const [left, most] = [state.low.slice(), state.high.slice()]
      for (const person of supportersOf(profile, candidate)) {
        left[person] = Math.max(0, left[person]! - Math.min(1, dearest) - SLACK)
        most[person] = Math.max(0, most[person]! - low + SLACK)
      }
      return { ...state, seated: [...state.seated, candidate], low: left, high: most }
    })
  if (dearest < Number.POSITIVE_INFINITY) return bought
  const owed = { low: state.high.map((left) => -left), high: state.low.map((left) => -left) }
  return [...bought, { ...state, ...owed, phase: 1 }]
}

/** The states after one more statement is seated by loads. */
const sharing =
  ({ profile, ballots, price, saved }: Market & { readonly saved: number }) =>
  (state: Reached): Reached[] => {
    const loads = unseated(profile, state).map((candidate) => {
      let [low, high, crowd] = [price[0] - saved * ballots, price[1], 0]
      for (const person of supportersOf(profile, candidate)) {
        const weight = profile.weights[person]!
        low += weight * state.low[person]!
        high += weight * state.high[person]!
        crowd += weight
      }
      return {
        candidate,
        low:
          crowd + ballots === 0 ? Number.POSITIVE_INFINITY : Math.max(state.since, low / (crowd + ballots)),
        high: crowd === 0 ? Number.POSITIVE_INFINITY : high / crowd,
      }
    })
    const latest = Math.min(...loads.map(({ high }) => high))
    return loads
      .filter(({ low }) => low <= latest + SLACK * Math.max(1, latest))
      .map(({ candidate, low }): Reached => {
        const [least, most] = [state.low.slice(), state.high.slice()]
        for (const person of supportersOf(profile, candidate)) {
          least[person] = low
          most[person] = latest
        }
        return { ...state, seated: [...state.seated, candidate], low: least, high: most, since: low }
      })
  }

/** Bounds are widened by more than doubles err, and than the rules take for a tie. */
const SLACK = 1e-9

const unseated = ({ candidates }: Profile, { seated }: Reached): number[] =>
  [...candidates.keys()].filter((candidate) => !seated.includes(candidate))

const supportersOf = ({ supporters: { offsets, people } }: Profile, candidate: number): Uint32Array =>
  people.subarray(offsets[candidate], offsets[candidate + 1])

interface Collection {
  readonly left: Float64Array
  readonly weights: Float64Array
  readonly people: Uint32Array
  readonly price: number
  /** People who have not spent anything, besides. */
  readonly more: number
}

/** The smallest amount that pays the price when everybody pays it or all they have; Infinity when all is too little. */
function equalPrice({ left, weights, people, price, more }: Collection): number {
  let [total, crowd] = [more, more]
  for (const person of people) {
    total += weights[person]! * left[person]!
    crowd += weights[person]!
  }
  if (crowd === 0 || total < price * (1 - SLACK)) return Number.POSITIVE_INFINITY
  let amount = price / crowd
  for (let poor = -1; ; ) {
    let [given, giving] = [0, 0]
    for (const person of people) {
      if (left[person]! >= amount) continue
      given += weights[person]! * left[person]!
      giving += weights[person]!
    }
    if (giving === poor || giving === crowd) return amount
    poor = giving
    amount = Math.max(amount, (price - given) / (crowd - giving))
  }
}
