import type { Ballots } from './ballots.ts'
import type { Profile } from './profile.ts'

/** How many people agree with each candidate, of how many who saw it. */
export interface Counts {
  readonly agree: Float64Array
  readonly saw: Float64Array
}

/** Counts over everybody. */
export const countsOf = (profile: Profile): Counts => countsAmong(profile, everybodyIn(profile))

/** Counts over these rows. */
export function countsAmong({ candidates, approvals, seen, weights }: Profile, people: Uint32Array): Counts {
  const marks = (ballots: Ballots) => marksOf(ballots, { weights, people, count: candidates.length })
  return { agree: marks(approvals), saw: marks(seen) }
}

/** How many people agree with each candidate. */
export const crowdsOf = (profile: Profile): Float64Array =>
  marksOf(profile.approvals, {
    weights: profile.weights,
    people: everybodyIn(profile),
    count: profile.candidates.length,
  })

const everybodyIn = ({ weights }: Profile): Uint32Array =>
  new Uint32Array(weights.length).map((_, row) => row)

interface Marking {
  readonly weights: Float64Array
  readonly people: Uint32Array
  readonly count: number
}

function marksOf({ offsets, candidates }: Ballots, { weights, people, count }: Marking): Float64Array {
  const sums = new Float64Array(count)
  for (const person of people) {
    const weight = weights[person]!
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) sums[candidates[at]!]! += weight
  }
  return sums
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

/** The share of agreement with each candidate, of those who saw it. */
export const agreementOf = (profile: Profile): Float64Array => sharesOf(countsOf(profile))

/** The same among these rows. */
export const agreementAmong = (profile: Profile, people: Uint32Array): Float64Array =>
  sharesOf(countsAmong(profile, people))

const sharesOf = ({ agree, saw }: Counts): Float64Array =>
  agree.map((yes, candidate) => shareOf(yes, saw[candidate]!))

/** The share of agreement with each candidate in each opinion group; without groups, everybody is one. */
export const agreementByGroup = (profile: Profile): Float64Array[] =>
  profile.groups.length === 0
    ? [agreementOf(profile)]
    : profile.groups.map(({ people }) => agreementAmong(profile, people))

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
