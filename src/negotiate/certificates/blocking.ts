import type { Supporters } from '../ballots.ts'
import type { DistinctBallots } from './distinct-ballots.ts'
import type { Payments } from './payments.ts'
import type { Seating } from './seating.ts'

/** Statements that enough people would all rather have than the slate. */
export interface Blocking {
  /** Positions of the candidates, ascending. */
  readonly claims: readonly number[]
  readonly people: number
}

/**
 * Searches people who would leave: so many that they are enough for some number of seats, and as many statements of
 * which each of them agrees with more than of all that is seated.
 *
 * Starting from one statement after the other, the one for which most is collected first, the statement is added that
 * brings most people closer. What is found is counted; that nothing is found proves nothing.
 *
 * Shapes: linear in the number of marks for each start and each statement added; none is tried beyond `mostVisits`.
 */
export function searchBlocking(
  seating: Seating,
  { collected }: Payments,
  mostVisits: number,
): Blocking | null {
  const { ballots, seated, seats } = seating
  const starts = Math.floor(mostVisits / (seats * (ballots.approvals.candidates.length + 1)))
  const order = Array.from(seated.keys()).sort((a, b) => collected[b]! - collected[a]! || a - b)
  for (const start of order.slice(0, starts)) {
    const found = grownFrom(seating, start)
    if (found !== null) return found
  }
  return null
}

function grownFrom({ ballots, supporters, seated, seats }: Seating, start: number): Blocking | null {
  const ahead = behindTheSlate(ballots, seated)
  const claims: number[] = []
  for (let next: number | null = start; next !== null && claims.length < seats; ) {
    claims.push(next)
    for (const ballot of rowOf(supporters, next)) ahead[ballot]!++
    const people = ballots.weights.reduce(
      (sum, weight, ballot) => (ahead[ballot]! > 0 ? sum + weight : sum),
      0,
    )
    if (people > 0 && people * seats >= claims.length * ballots.everybody)
      return { claims: claims.sort((a, b) => a - b), people }
    next = mostHelpful(
      supporters,
      claims,
      ballots.weights.map((weight, ballot) => weight * gainFrom(ahead[ballot]!)),
    )
  }
  return null
}

/** How many statements more each ballot agrees with than it has seats: none yet, so less than nothing. */
function behindTheSlate({ approvals, weights }: DistinctBallots, seated: Uint8Array): Int32Array {
  const ahead = new Int32Array(weights.length)
  for (let ballot = 0; ballot < ahead.length; ballot++)
    for (let at = approvals.offsets[ballot]!; at < approvals.offsets[ballot + 1]!; at++)
      ahead[ballot]! -= seated[approvals.candidates[at]!]!
  return ahead
}

/** What one more statement is worth to somebody: to be ahead counts 1, to be level .4, to be one behind .1 (ADR 0056). */
const WORTH = [0.1, 0.3, 0.6]
const gainFrom = (ahead: number): number => WORTH[ahead + 2] ?? 0

function mostHelpful(supporters: Supporters, claims: readonly number[], gains: Float64Array): number | null {
  let best: { candidate: number; gain: number } | null = null
  for (let candidate = 0; candidate + 1 < supporters.offsets.length; candidate++) {
    if (claims.includes(candidate)) continue
    let sum = 0
    for (const ballot of rowOf(supporters, candidate)) sum += gains[ballot]!
    if (best === null || sum > best.gain) best = { candidate, gain: sum }
  }
  return best?.candidate ?? null
}

const rowOf = ({ offsets, people }: Supporters, candidate: number): Uint32Array =>
  people.subarray(offsets[candidate], offsets[candidate + 1])
