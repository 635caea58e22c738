import { type Chance, chance, type Interval, LEVEL, type StatementId } from '../kernel/index.ts'
import type { Profile, ProfileGroup } from './profile.ts'
import type { GroupUtility } from './slate.ts'

/** How often the people of a group are weighted anew for its interval. */
export const WEIGHTINGS = 400

/**
 * How many of the seated statements a person of each group would approve, on average, had they seen them all.
 *
 * Unseen is unknown: a statement counts with the share of those of the group who saw it. Two imagined people of half
 * a voice each, one who agrees with everything and one with nothing, keep three people who agree from being certain;
 * a statement that nobody of the group saw counts one half, give or take all of it. With one statement that everybody
 * saw, this is Jeffreys' interval.
 *
 * Shapes: for each slate, one utility per group; n is the people of the group who saw a seated statement.
 * Units:  statements, from 0 to the length of the slate.
 * Source: Rubin 1981, The Bayesian bootstrap, Ann. Statist. 9(1):130-134; ADR 0009.
 */
export function groupUtilities(
  profile: Profile,
  slates: readonly (readonly StatementId[])[],
  seed: string,
): readonly (readonly GroupUtility[])[] {
  const numberOf = new Map(profile.candidates.map((statement, number) => [statement, number]))
  const seated = slates.map((slate) => slate.map((statement) => numberOf.get(statement)!))
  const perGroup = profile.groups.map((group) => {
    const draws = Array.from({ length: WEIGHTINGS }, (_, at) =>
      sharesOf(profile, group, byChance(chance(`${seed}/utilities/${group.id}/${at}`))),
    )
    const expected = sharesOf(profile, group, { person: () => 1, imagined: () => 0.5 })
    return seated.map((numbers): GroupUtility => {
      const sum = (shares: Float64Array) => numbers.reduce((total, number) => total + shares[number]!, 0)
      const n = viewersOf(profile, group, numbers)
      return { group: group.id, approved: { ...spread(draws.map(sum), sum(expected)), n } }
    })
  })
  return slates.map((_, slate) => perGroup.map((utilities) => utilities[slate]!))
}

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

function viewersOf({ seen }: Profile, { people }: ProfileGroup, seated: readonly number[]): number {
  const wanted = new Set(seated)
  return people.filter((person) =>
    seen.candidates
      .subarray(seen.offsets[person], seen.offsets[person + 1])
      .some((candidate) => wanted.has(candidate)),
  ).length
}

function spread(draws: readonly number[], estimate: number): Omit<Interval, 'n'> {
  const sorted = [...draws].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  const tail = (1 - LEVEL) / 2
  return { estimate, low: at(tail), high: at(1 - tail), method: 'bootstrap', level: LEVEL }
}
