import type { Ballots } from './ballots.ts'
import type { Profile } from './profile.ts'

/** How many people agree with each candidate, of how many who saw it. */
export interface Counts {
  readonly agree: Uint32Array
  readonly saw: Uint32Array
}

/** Counts over some people; over everybody when none are named. */
export function countsOf({ candidates, approvals, seen }: Profile, people?: Uint32Array): Counts {
  return {
    agree: marksPerCandidate(approvals, candidates.length, people),
    saw: marksPerCandidate(seen, candidates.length, people),
  }
}

function marksPerCandidate(
  { offsets, candidates }: Ballots,
  count: number,
  people?: Uint32Array,
): Uint32Array {
  const marks = new Uint32Array(count)
  if (people === undefined) for (const candidate of candidates) marks[candidate]!++
  else
    for (const person of people)
      for (let at = offsets[person]!; at < offsets[person + 1]!; at++) marks[candidates[at]!]!++
  return marks
}

/**
 * The share who agree, of those who saw it, with one imagined answer each way: so 2 of 2 is less than 90 of 100.
 *
 * Source: Small et al. 2021, Recerca 26(2), "Polis": the estimate behind its representative statements.
 *
 * @example
 * shareOf(9, 10) // ~> 0.8333
 */
export const shareOf = (agree: number, saw: number): number => (agree + 1) / (saw + 2)

/** The candidates with the highest scores, best first, ties to the earlier one. */
export function highest<Candidate>(
  candidates: readonly Candidate[],
  scores: ArrayLike<number>,
  seats: number,
): Candidate[] {
  return candidates
    .map((_, candidate) => candidate)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, seats)
    .map((candidate) => candidates[candidate]!)
}
