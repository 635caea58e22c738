import type { StatementId } from '../../kernel/index.ts'
import { rowAt } from '../ballots.ts'
import type { Profile } from '../profile.ts'

/**
 * A profile small enough to try everything on: each ballot, and the slate, as one bit per candidate.
 *
 * Errors: throws RangeError beyond `MOST_CANDIDATES`; trying everything on more is a programmer's mistake.
 */
export interface SmallProfile {
  readonly ballots: readonly number[]
  readonly slate: number
  readonly candidates: readonly StatementId[]
}

export const MOST_CANDIDATES = 20

export function smallProfile(
  { candidates, approvals, weights }: Profile,
  slate: readonly StatementId[],
): SmallProfile {
  if (candidates.length > MOST_CANDIDATES)
    throw new RangeError(
      `at most ${MOST_CANDIDATES} candidates can be tried in every combination, got ${candidates.length}`,
    )
  const ballots = Array.from(weights, (weight, person) => {
    const bits = rowAt(approvals, person).reduce((bits, candidate) => bits | (1 << candidate), 0)
    return new Array<number>(weight).fill(bits)
  }).flat()
  const seated = slate.reduce((bits, statement) => bits | (1 << candidates.indexOf(statement)), 0)
  return { ballots, slate: seated, candidates }
}

/** How many candidates a set of bits holds. */
export function size(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Every set of candidates within these bits that holds exactly so many. */
export function* setsOf(bits: number, exactly: number): Generator<number> {
  // Steps through the subsets of `bits` by counting down within the mask.
  for (let set = bits; ; set = (set - 1) & bits) {
    if (size(set) === exactly) yield set
    if (set === 0) return
  }
}

/** Whether so many people are enough for so many of the seats. */
export const isEnough = (people: number, { owed, seats, everybody }: Quota): boolean =>
  people > 0 && people * seats >= owed * everybody

interface Quota {
  readonly owed: number
  readonly seats: number
  readonly everybody: number
}
