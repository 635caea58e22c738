import { type Chance, chance, type GroupId } from '../kernel/index.ts'
import type { Profile, ProfileGroup } from './profile.ts'

/** How often the people of a group are weighted anew for its interval. */
export const WEIGHTINGS = 400

/** Shares of agreement of one group: what is expected, and what it might be had other people been heard. */
export interface GroupDraws {
  readonly group: GroupId
  /** One share per candidate. */
  readonly expected: Float64Array
  /** Each with one share per candidate. */
  readonly draws: readonly Float64Array[]
}

/**
 * Each group's shares of agreement among those who saw a candidate, with the people weighted anew again and again.
 *
 * Two imagined people of half a voice each, one who agrees with everything and one with nothing, keep three people who
 * agree from being certain; a candidate that nobody of the group saw counts one half, give or take all of it. With one
 * candidate that everybody saw, this is Jeffreys' interval.
 *
 * Units:  shares of 1.
 * Source: Rubin 1981, The Bayesian bootstrap, Ann. Statist. 9(1):130-134; ADR 0009.
 */
export const groupDraws = (profile: Profile, seed: string): readonly GroupDraws[] =>
  profile.groups.map((group) => ({
    group: group.id,
    expected: sharesOf(profile, group, { person: () => 1, imagined: () => 0.5 }),
    draws: Array.from({ length: WEIGHTINGS }, (_, at) =>
      sharesOf(profile, group, byChance(chance(`${seed}/utilities/${group.id}/${at}`))),
    ),
  }))

/** How much one person, and one imagined person, counts in a weighting. */
interface Weighting {
  readonly person: () => number
  readonly imagined: () => number
}

/** Gamma(1) for a person and Gamma(1/2) for an imagined one: shares of their sum are the Bayesian bootstrap's. */
const byChance = (stream: Chance): Weighting => ({
  person: () => -Math.log(1 - stream.uniform()),
  imagined: () => stream.normal() ** 2 / 2,
})

/** For each candidate, the weighted share of the group's viewers who agree. */
function sharesOf(
  { candidates, approvals, seen }: Profile,
  { people }: ProfileGroup,
  weighting: Weighting,
): Float64Array {
  const agree = new Float64Array(candidates.length).fill(weighting.imagined())
  const saw = agree.map((always) => always)
  const never = weighting.imagined()
  for (const person of people) {
    const weight = weighting.person()
    for (let at = approvals.offsets[person]!; at < approvals.offsets[person + 1]!; at++)
      agree[approvals.candidates[at]!]! += weight
    for (let at = seen.offsets[person]!; at < seen.offsets[person + 1]!; at++)
      saw[seen.candidates[at]!]! += weight
  }
  return agree.map((yes, candidate) => yes / (saw[candidate]! + never))
}
