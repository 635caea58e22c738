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
  const [from, to] = [approvals.offsets[turn.ballot]!, approvals.offsets[turn.ballot + 1]!]
  const marks = approvals.candidates.subarray(from, to)
  const over = new Float64Array(marks.length)
  let most = 0
  for (let at = 0; at < marks.length; at++) {
    over[at] = state.collected[marks[at]!]! - turn.aim
    if (over[at]! > most) most = over[at]!
  }
  if (most === 0) return
  const scale = (weights[turn.ballot]! * seating.seats) / everybody
  const moves = towardsCorner(marks, over, { seated: seating.seated, paid: state.paid.subarray(from, to) })
  let slope = 0
  let bend = 0
  for (let at = 0; at < marks.length; at++) {
    const moved = moves[at]! * scale
    slope += Math.max(0, over[at]!) * moved
    // Where nothing is too much before the move or after it, nothing resists.
    if (over[at]! > 0 || over[at]! + moved > 0) bend += moved ** 2
  }
  if (slope >= 0) return
  const step = Math.min(1, -slope / bend)
  for (let at = 0; at < marks.length; at++) {
    state.collected[marks[at]!]! += step * moves[at]! * scale
    if (seating.seated[marks[at]!] === 1) state.paid[from + at]! += step * moves[at]!
  }
}

/**
 * How payments, and behind losers the reserve, change on the way to the corner that takes most off: as many of the
 * winners with the least excess as bring down the mean of what it weighs on.
 *
 * Shapes: for each mark of the ballot.
 */
function towardsCorner(
  marks: Uint32Array,
  over: Float64Array,
  { seated, paid }: { readonly seated: Uint8Array; readonly paid: Float64Array },
): Float64Array {
  const winners: number[] = []
  let weighedOn = 0
  let reserve = 1
  for (let at = 0; at < marks.length; at++) {
    reserve -= paid[at]!
    if (seated[marks[at]!] === 1) winners.push(at)
    else weighedOn += Math.max(0, over[at]!)
  }
  winners.sort((a, b) => over[a]! - over[b]!)
  let count = 0
  for (; count < winners.length; count++) {
    const excess = Math.max(0, over[winners[count]!]!)
    if (excess * (count + 1) >= weighedOn) break
    weighedOn += excess
  }
  const share = 1 / (count + 1)
  const moves = new Float64Array(marks.length).fill(share - reserve)
  for (const [place, at] of winners.entries()) moves[at] = (place < count ? share : 0) - paid[at]!
  return moves
}
