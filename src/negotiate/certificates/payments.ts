import type { Seating } from './seating.ts'

/** What each person pays, and how hard it was to find. */
export interface Payments {
  /** For each mark of the ballots a share of 1; 0 where the candidate is not seated. */
  readonly paid: Float64Array
  /** For each candidate what comes together, in seats: payments where seated, else the reserves of its supporters. */
  readonly collected: Float64Array
}

/** Winners may collect a whole seat and losers may not; aiming lower leaves room for rounding (ADR 0056). */
const AIMS = [0.9, 0.99]
/** How often everybody reconsiders for each aim. */
const ROUNDS = 30
/** Below this share of a seat everywhere the search is over: payments rounded down to whole units still fit. */
const ENOUGH = 1 - 1e-4

/**
 * Searches payments with which nobody could do better alone: p ≥ 0 to the winners a person agrees with, each at most
 * the reserve r = 1 − Σp, at most a seat to each winner, and less than a seat of reserves behind each loser.
 *
 * What somebody can pay is a polytope whose corners are easy: nothing to some winners, and the reserve to the others.
 * So one person after the other moves towards the corner that takes most off what is collected too much, as far as
 * that helps. The sum of squares of the excess falls with every move.
 *
 * Shapes: linear in the number of marks for each round; mostly one or two rounds are enough.
 * Source: block-coordinate Frank–Wolfe, Lacoste-Julien et al. 2013, ICML 30, on the linear program of ADR 0056.
 */
export function searchPayments(seating: Seating, mostVisits: number): Payments {
  const { approvals, weights } = seating.ballots
  const state = equalPayments(seating)
  const rounds = Math.min(ROUNDS, Math.ceil(mostVisits / (AIMS.length * (approvals.candidates.length + 1))))
  for (const aim of AIMS)
    for (let round = 0; round < rounds; round++) {
      if (state.collected.every((share) => share < ENOUGH)) return state
      for (let ballot = 0; ballot < weights.length; ballot++) reconsider(seating, state, { ballot, aim })
    }
  return state
}

/** Everybody pays the same to each winner they agree with, and keeps as much. */
function equalPayments({ ballots, seated, seats }: Seating): Payments {
  const { approvals, weights, everybody } = ballots
  const { offsets, candidates } = approvals
  const paid = new Float64Array(candidates.length)
  const collected = new Float64Array(seated.length)
  for (let ballot = 0; ballot < weights.length; ballot++) {
    let winners = 0
    for (let at = offsets[ballot]!; at < offsets[ballot + 1]!; at++) winners += seated[candidates[at]!]!
    const share = 1 / (winners + 1)
    for (let at = offsets[ballot]!; at < offsets[ballot + 1]!; at++) {
      paid[at] = seated[candidates[at]!]! * share
      collected[candidates[at]!]! += (share * weights[ballot]! * seats) / everybody
    }
  }
  return { paid, collected }
}

interface Turn {
  readonly ballot: number
  readonly aim: number
}

/** Moves the payments of one ballot as far towards their best corner as the squares of the excess fall. */
function reconsider(seating: Seating, state: Payments, turn: Turn): void {
  const { weights, everybody, approvals } = seating.ballots
  const { offsets, candidates } = approvals
  const [from, to] = [offsets[turn.ballot]!, offsets[turn.ballot + 1]!]
  const corner = bestCorner(seating, state, turn)
  let reserve = 1
  for (let at = from; at < to; at++) reserve -= state.paid[at]!
  const scale = (weights[turn.ballot]! * seating.seats) / everybody
  const move = (at: number): number =>
    seating.seated[candidates[at]!] === 1
      ? corner.pays[at - from]! - state.paid[at]!
      : corner.reserve - reserve
  let slope = 0
  let bend = 0
  for (let at = from; at < to; at++) {
    const moved = move(at) * scale
    const over = state.collected[candidates[at]!]! - turn.aim
    slope += Math.max(0, over) * moved
    // Where nothing is too much before the move or after it, nothing resists.
    if (over > 0 || over + moved > 0) bend += moved ** 2
  }
  if (slope >= 0) return
  const step = Math.min(1, -slope / bend)
  for (let at = from; at < to; at++) {
    const moved = step * move(at)
    state.collected[candidates[at]!]! += moved * scale
    if (seating.seated[candidates[at]!] === 1) state.paid[at]! += moved
  }
}

interface Corner {
  /** For each mark of the ballot. */
  readonly pays: Float64Array
  readonly reserve: number
}

/** The corner that takes most off: as many of the winners with the least excess as bring down the mean of what it weighs on. */
function bestCorner({ ballots, seated }: Seating, { collected }: Payments, { ballot, aim }: Turn): Corner {
  const { offsets, candidates } = ballots.approvals
  const marks = candidates.subarray(offsets[ballot], offsets[ballot + 1])
  const excess = (at: number) => Math.max(0, collected[marks[at]!]! - aim)
  const winners: number[] = []
  let weighedOn = 0
  for (let at = 0; at < marks.length; at++)
    if (seated[marks[at]!] === 1) winners.push(at)
    else weighedOn += excess(at)
  winners.sort((a, b) => excess(a) - excess(b))
  let count = 0
  while (count < winners.length && excess(winners[count]!) * (count + 1) < weighedOn)
    weighedOn += excess(winners[count++]!)
  const reserve = 1 / (count + 1)
  const pays = new Float64Array(marks.length)
  for (let place = 0; place < count; place++) pays[winners[place]!] = reserve
  return { pays, reserve }
}
