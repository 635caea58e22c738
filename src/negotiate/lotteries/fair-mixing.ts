import type { Ballots } from '../ballots.ts'

/** Who approves what, and how many people each row stands for. */
export interface Approvers {
  readonly approvals: Ballots
  readonly weights: Float64Array
  /** How many candidates there are. */
  readonly count: number
}

/** A mix of candidates with the largest Nash welfare, as far as it was found. */
export interface FairMix {
  /** The share of each candidate. */
  readonly shares: Float64Array
  /**
   * How much larger the mean logarithm of people's utilities could at most be: 0 for the best mix. No group of people
   * could give each of its members more than e^gap times their utility with its own part of the whole.
   */
  readonly gap: number
  /** For each candidate, the mean over people of what it would add to them, relative to what they have: e^gap at most. */
  readonly pull: Float64Array
  /** How many people approve of something. Whoever approves of nothing cannot be served, and is left out of the mean. */
  readonly people: number
}

/** A mix that is this close to the best is good enough: nobody's group is owed one part in a hundred more (ADR 0054). */
export const CLOSE_ENOUGH = 0.001

/** When to stop all the same; the gap is then larger, and says so. */
const MOST_ROUNDS = 2000

/**
 * The mix of candidates under which the product of people's utilities is largest: what each person gets is the summed
 * share of what they approve.
 *
 * Everybody hands their part of the whole to what they approve, in proportion to what each of these gave them in the
 * round before. Nobody's part is spent on what they do not approve, so the best mix is in the core: no group could do
 * better with its own part.
 *
 * Shapes: linear in the number of approvals, times the rounds.
 * Errors: none; where nobody approves of anything the shares are even and the gap is 0.
 * Source: Guerdjikova & Nehring 2014 and Aziz, Bogomolnaia & Moulin 2019, Fair Mixing, EC'19 (the rule and its core);
 * Cover 1984, IEEE Trans. Inf. Theory 30(2):369-373 (the rounds, and the gap by duality); ADR 0054.
 *
 * @example
 * const approvals = { offsets: Uint32Array.of(0, 1, 2), candidates: Uint32Array.of(0, 1) }
 * fairMixing({ approvals, weights: Float64Array.of(2, 1), count: 2 }).shares[0] // ~> 0.6667
 */
export function fairMixing(approvers: Approvers): FairMix {
  const { count } = approvers
  const people = peopleServed(approvers)
  let shares = new Float64Array(count).fill(1 / count)
  if (people === 0) return { shares, gap: 0, pull: new Float64Array(count), people }
  for (let round = 0; ; round++) {
    const pull = pullOf(approvers, shares, people)
    const gap = Math.max(0, Math.log(pull.reduce((most, each) => Math.max(most, each), 0)))
    if (gap <= CLOSE_ENOUGH || round === MOST_ROUNDS) return { shares, gap, pull, people }
    shares = shares.map((share, candidate) => share * pull[candidate]!)
  }
}

/** People with something to approve. */
function peopleServed({ approvals: { offsets }, weights }: Approvers): number {
  return weights.reduce(
    (sum, weight, person) => sum + (offsets[person + 1]! > offsets[person]! ? weight : 0),
    0,
  )
}

/** The slope of the mean logarithm of utilities along each share. */
export function pullOf(
  { approvals, weights, count }: Approvers,
  shares: Float64Array,
  people: number,
): Float64Array {
  const { offsets, candidates } = approvals
  const pull = new Float64Array(count)
  for (let person = 0; person < weights.length; person++) {
    const [from, to] = [offsets[person]!, offsets[person + 1]!]
    if (weights[person] === 0 || from === to) continue
    let utility = 0
    for (let at = from; at < to; at++) utility += shares[candidates[at]!]!
    const each = weights[person]! / people / utility
    for (let at = from; at < to; at++) pull[candidates[at]!]! += each
  }
  return pull
}
