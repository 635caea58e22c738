import { type Interval, LEVEL, type StatementId } from '../kernel/index.ts'
import { rowAt } from './ballots.ts'
import type { GroupDraws } from './group-draws.ts'
import type { Profile, ProfileGroup } from './profile.ts'
import type { PooledShares } from './profiles/shares.ts'
import type { GroupUtility } from './slate.ts'

export interface UtilitiesRequest {
  readonly profile: Profile
  readonly shares: readonly PooledShares[]
  readonly draws: readonly GroupDraws[]
  readonly slates: readonly (readonly StatementId[])[]
}

/**
 * How many of the seated statements a person of each group would approve, on average, had they seen them all.
 *
 * Unseen is unknown: a statement counts with the share of those of the group who saw it. But slates are picked for what
 * was counted, and of many statements that few saw, the ones that look best are partly lucky. The interval therefore
 * also reaches as far from the share that pooling puts in place of the counted one as from that one.
 *
 * Shapes: for each slate, one utility per group; n is the people of the group who saw a seated statement.
 * Units:  statements, from 0 to the length of the slate.
 * Source: Rubin 1981, The Bayesian bootstrap, Ann. Statist. 9(1):130-134; `parley bench profiles`; ADR 0009, 0046.
 */
export function groupUtilities({
  profile,
  shares,
  draws: groups,
  slates,
}: UtilitiesRequest): readonly (readonly GroupUtility[])[] {
  const numberOf = new Map(profile.candidates.map((statement, number) => [statement, number]))
  return slates.map((slate) => {
    const numbers = slate.map((statement) => numberOf.get(statement)!)
    const sum = (of: Float64Array) => numbers.reduce((total, number) => total + of[number]!, 0)
    return groups.map(({ group, expected, draws }, at): GroupUtility => {
      const counted = spread(draws.map(sum), sum(expected))
      const luck = sum(shares[at]!.mean) - counted.estimate
      return {
        group,
        approved: {
          ...counted,
          low: Math.max(0, counted.low + Math.min(0, luck)),
          high: Math.min(slate.length, counted.high + Math.max(0, luck)),
          n: viewersOf(profile, profile.groups[at]!, numbers),
        },
      }
    })
  })
}

/** How many of a group saw at least one of these. */
export function viewersOf(
  { seen }: Profile,
  { people }: ProfileGroup,
  candidates: readonly number[],
): number {
  const wanted = new Set(candidates)
  return people.filter((person) => rowAt(seen, person).some((candidate) => wanted.has(candidate))).length
}

/** An estimate with the middle 95 % of its draws. */
export function spread(draws: readonly number[], estimate: number): Omit<Interval, 'n'> {
  const sorted = [...draws].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  const tail = (1 - LEVEL) / 2
  return { estimate, low: at(tail), high: at(1 - tail), method: 'bootstrap', level: LEVEL }
}
