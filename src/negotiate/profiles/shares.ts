import { type GroupId, id } from '../../kernel/index.ts'
import { pooledSharesOf, type StatementTally } from '../../map/index.ts'
import type { Profile } from '../profile.ts'

/** What share of some people would agree with each candidate, had they all seen it. */
export interface PooledShares {
  /** The opinion group; null for those in none. */
  readonly group: GroupId | null
  /** Positions in the people of the profile. */
  readonly people: Uint32Array
  /** One per candidate. */
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/**
 * The shares of agreement of each group, pooled over groups and candidates: few votes are drawn to what the other groups
 * say of a candidate and to what the group says of others, many are not.
 *
 * Where every vote of a group on a candidate says how probable it was that the candidate was shown, those who were
 * unlikely to be shown it stand for more people, as they would be more if everybody had been shown it.
 *
 * Shapes: the groups of the profile in their order, then those in none, if there are any.
 * Units:  shares of 1. Of a candidate that nobody of a group saw nothing is known: one half, give or take all of it.
 * Source: partial pooling, ADR 0034; weights, Hájek 1971 (in Godambe & Sprott, Foundations of Statistical Inference, p.
 *         236); effective counts, Kish 1965, Survey Sampling, section 11.7; ADR 0046.
 */
export function pooledShares(profile: Profile, shown: Float64Array): readonly PooledShares[] {
  const parts = partsOf(profile)
  const counts = parts.map(({ people }) => effectiveCounts(profile, people, shown))
  const pooled = pooledSharesOf(
    profile.candidates.map(
      (statement, candidate): StatementTally => ({
        statement,
        overall: NOBODY,
        groups: new Map(counts.map((of, part) => [NAMED(part), of[candidate]!])),
      }),
    ),
  )
  return parts.map(({ group, people }, part) => {
    const shares = profile.candidates.map(
      (statement) => pooled.get(statement)!.groups.get(NAMED(part))!.agree,
    )
    return {
      group,
      people,
      mean: Float64Array.from(shares, ({ estimate }) => estimate),
      deviation: Float64Array.from(shares, ({ low, high }) => (high - low) / WIDTH),
    }
  })
}

/** A 95 % interval is about so many standard deviations wide. */
const WIDTH = 2 * 1.96
const NOBODY = { agree: 0, pass: 0, disagree: 0 }
const NAMED = (part: number) => id<'group'>(`${part}`)

/** The groups, and those in none. */
function partsOf({ groups, people }: Profile) {
  const grouped = new Set(groups.flatMap((group) => [...group.people]))
  const rest = Uint32Array.from([...people.keys()].filter((person) => !grouped.has(person)))
  const parts = groups.map((group) => ({ group: group.id as GroupId | null, people: group.people }))
  return rest.length === 0 ? parts : [...parts, { group: null, people: rest }]
}

interface Sums {
  agree: number
  saw: number
  /** The same weighted by how improbable it was to be shown; NaN once one vote does not say. */
  agreeWeight: number
  weight: number
  squares: number
}

/** How many saw and agreed; weighted, as many as would tell as much if each counted the same. */
function effectiveCounts({ candidates, approvals, seen }: Profile, people: Uint32Array, shown: Float64Array) {
  const sums = candidates.map((): Sums => ({ agree: 0, saw: 0, agreeWeight: 0, weight: 0, squares: 0 }))
  for (const person of people) {
    let agreed = approvals.offsets[person]!
    for (let at = seen.offsets[person]!; at < seen.offsets[person + 1]!; at++) {
      const candidate = seen.candidates[at]!
      const agrees = agreed < approvals.offsets[person + 1]! && approvals.candidates[agreed] === candidate
      if (agrees) agreed++
      count(sums[candidate]!, Number(agrees), 1 / shown[at]!)
    }
  }
  return sums.map(({ agree, saw, agreeWeight, weight, squares }) => {
    if (Number.isNaN(weight) || saw === 0) return { agree, pass: 0, disagree: saw - agree }
    const n = Math.max(1, Math.round(weight ** 2 / squares))
    const yes = Math.round((n * agreeWeight) / weight)
    return { agree: yes, pass: 0, disagree: n - yes }
  })
}

function count(sums: Sums, agrees: number, weight: number): void {
  sums.saw++
  sums.agree += agrees
  sums.weight += weight
  sums.agreeWeight += agrees * weight
  sums.squares += weight ** 2
}
