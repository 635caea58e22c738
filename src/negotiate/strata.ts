import { byId, chance, type GroupId, JEFFREYS, type ParticipantId } from '../kernel/index.ts'
import type { OpinionMap } from '../map/index.ts'
import type { Voices } from './voices.ts'

/** How many people prefer one side, ties one half, of how many who compared. */
export interface Tally {
  readonly wins: number
  readonly n: number
}

/** People who are counted together: an opinion group, or those in none (`null`). */
export interface Stratum extends Tally {
  readonly group: GroupId | null
  /** How many people of the assembly it stands for. */
  readonly people: number
}

/**
 * The voices by opinion group. Those in no group are a stratum of their own, if any of them compared.
 *
 * Shapes: groups sorted by id, also those of whom nobody compared; then those in none.
 */
export function strataOf(voices: Voices, map: OpinionMap): readonly Stratum[] {
  const groups = map.grouping.kind === 'groups' ? map.grouping.groups.map(({ id }) => id).sort(byId) : []
  const groupOf = new Map<ParticipantId, GroupId | null>(map.people.map(({ id, group }) => [id, group]))
  const members = (group: GroupId | null) => map.people.filter((person) => person.group === group).length
  const strata = groups.map(
    (group): Stratum => ({ group, people: members(group), ...tallied(voices, groupOf, group) }),
  )
  const none = tallied(voices, groupOf, null)
  return none.n > 0 ? [...strata, { group: null, people: Math.max(members(null), none.n), ...none }] : strata
}

function tallied(
  voices: Voices,
  groupOf: ReadonlyMap<ParticipantId, GroupId | null>,
  group: GroupId | null,
): Tally {
  const own = [...voices].filter(([participant]) => (groupOf.get(participant) ?? null) === group)
  return { wins: own.reduce((sum, [, voice]) => sum + voice, 0), n: own.length }
}

export const together = (strata: readonly Tally[]): Tally => ({
  wins: strata.reduce((sum, { wins }) => sum + wins, 0),
  n: strata.reduce((sum, { n }) => sum + n, 0),
})

/** The posterior mean of the share who prefer the side, with half an answer each way. */
export const meanShare = ({ wins, n }: Tally): number =>
  (wins + JEFFREYS.yes) / (n + JEFFREYS.yes + JEFFREYS.no)

/** How many draws the probability of a weighted majority rests on: known to about .003 at .95 (ADR 0007). */
export const DRAWS = 4000

/**
 * Draws of the share who prefer the side, groups weighing as many people as they have.
 *
 * A group of whom nobody compared could think anything, and is drawn so.
 *
 * Shapes: `DRAWS` shares, in the order in which they were drawn; all 0 where there are no people.
 * Source: post-stratified Beta posteriors, Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 8.3; ADR 0007.
 */
export function weightedShares(strata: readonly Stratum[], seed: string): Float64Array {
  const stream = chance(seed)
  const everybody = strata.reduce((sum, { people }) => sum + people, 0)
  return new Float64Array(DRAWS).map(() =>
    strata.reduce(
      (share, { wins, n, people }) =>
        share + (people / everybody) * stream.beta(wins + JEFFREYS.yes, n - wins + JEFFREYS.no),
      0,
    ),
  )
}
