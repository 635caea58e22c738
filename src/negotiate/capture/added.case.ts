import { id } from '../../kernel/index.ts'
import { type Ballots, ballotsOf } from '../ballots.ts'
import type { Choose } from '../guarantees/guarantee.ts'
import { oneEach, type Profile } from '../profile.ts'
import type { SmallProfile } from './small-profiles.case.ts'

/** One ballot that is added: what it agrees with, what it saw, and the group it is counted in; -1 for none. */
export interface AddedBallot {
  readonly agrees: readonly number[]
  readonly saw: readonly number[]
  readonly group: number
}

/** The same profile with these ballots besides. */
export function withAdded(profile: Profile, added: readonly AddedBallot[]): Profile {
  const before = profile.people.length
  const rows = ({ offsets, candidates }: Ballots) =>
    profile.people.map((_, person) => [...candidates.subarray(offsets[person], offsets[person + 1])])
  return oneEach({
    candidates: profile.candidates,
    people: [...profile.people, ...added.map((_, at) => id<'participant'>(`added ${at}`))],
    approvals: ballotsOf([...rows(profile.approvals), ...added.map(({ agrees }) => agrees)]),
    seen: ballotsOf([...rows(profile.seen), ...added.map(({ saw }) => saw)]),
    groups: profile.groups.map(({ id: group, people }, at) => ({
      id: group,
      people: Uint32Array.from([
        ...people,
        ...added.flatMap((ballot, place) => (ballot.group === at ? before + place : [])),
      ]),
    })),
  })
}

/** Every ballot there can be: each statement agreed with, not agreed with, or unseen; in each group, and in none. */
export function everyBallot({ candidates, groups }: Profile): AddedBallot[] {
  const marks = candidates.reduce<readonly (readonly number[])[]>(
    (rows) => rows.flatMap((row) => [0, 1, 2].map((mark) => [...row, mark])),
    [[]],
  )
  const where = (row: readonly number[], wanted: (mark: number) => boolean) =>
    row.flatMap((mark, candidate) => (wanted(mark) ? candidate : []))
  return [-1, ...groups.keys()].flatMap((group) =>
    marks.map((row) => ({
      agrees: where(row, (mark) => mark === 2),
      saw: where(row, (mark) => mark > 0),
      group,
    })),
  )
}

/** The fewest ballots, of all multisets of these, that change whether a statement is seated; Infinity beyond `most`. */
export function bruteForce(
  choose: Choose,
  { profile, seats, statement }: SmallProfile,
  { ballots, most }: { readonly ballots: readonly AddedBallot[]; readonly most: number },
): number {
  const before = choose(profile, seats).includes(statement)
  const all = withAdded(profile, ballots)
  const weights = all.weights.map((_, row) => Number(row < profile.people.length))
  const flips = (count: number, from: number): boolean => {
    if (count === 0) {
      const everybody = weights.reduce((sum, weight) => sum + weight, 0)
      return choose({ ...all, weights, everybody }, seats).includes(statement) !== before
    }
    for (let ballot = from; ballot < ballots.length; ballot++) {
      weights[profile.people.length + ballot]!++
      const flipped = flips(count - 1, ballot)
      weights[profile.people.length + ballot]!--
      if (flipped) return true
    }
    return false
  }
  for (let count = 1; count <= most; count++) if (flips(count, 0)) return count
  return Number.POSITIVE_INFINITY
}
