import {
  betaBelow,
  byId,
  chance,
  type GroupId,
  JEFFREYS,
  logGamma,
  type ParticipantId,
} from '../kernel/index.ts'
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

/** What is shown of a group: that it prefers the side, that it prefers the other, or neither. */
export type Leaning = 'for' | 'against' | 'not-shown'

/** A leaning is called at this probability (ADR 0007). */
export const CALLED = 0.95

/**
 * Which side each group is on, where its own answers show it and shrinking it toward everybody does not take it back.
 *
 * With few answers per group, one burden in eight would be called by chance. Shrinkage halves that; it may silence a
 * call but never makes one, so that no group is spoken for by the others.
 *
 * Source: empirical Bayes with a beta prior, Gelman et al. 2013, section 5.3; ADR 0007.
 */
export function leaningsOf(strata: readonly Stratum[]): ReadonlyMap<GroupId, Leaning> {
  const overall = meanShare(together(strata))
  const weight = likeliestWeight(strata, overall)
  return new Map(
    strata.flatMap((stratum) =>
      stratum.group === null ? [] : [[stratum.group, leaningOf(stratum, overall, weight)]],
    ),
  )
}

function leaningOf(tally: Tally, overall: number, weight: number): Leaning {
  const probabilities = [
    above({ yes: JEFFREYS.yes, no: JEFFREYS.no }, tally),
    above({ yes: overall * weight, no: (1 - overall) * weight }, tally),
  ]
  if (probabilities.every((p) => p >= CALLED)) return 'for'
  if (probabilities.every((p) => 1 - p >= CALLED)) return 'against'
  return 'not-shown'
}

/** The probability that more than half of a group prefers the side. */
const above = (prior: { readonly yes: number; readonly no: number }, { wins, n }: Tally): number =>
  1 - betaBelow(0.5, prior.yes + wins, prior.no + n - wins)

/** How many answers the overall share is worth to each group: what makes the groups' answers likeliest. */
function likeliestWeight(strata: readonly Tally[], overall: number): number {
  const likelihood = (weight: number) =>
    strata.reduce((sum, tally) => sum + logBetaBinomial(tally, overall * weight, (1 - overall) * weight), 0)
  return WEIGHTS.reduce((best, weight) => (likelihood(weight) > likelihood(best) ? weight : best))
}

// From "groups have nothing in common" to "groups are all alike", as far as a few hundred answers can tell.
const WEIGHTS = [256, 128, 64, 32, 16, 8, 4, 2, 1]

const logBetaBinomial = ({ wins, n }: Tally, a: number, b: number): number =>
  logBeta(a + wins, b + n - wins) - logBeta(a, b)

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)
