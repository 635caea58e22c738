import type { Compared, PolisDifference } from './difference.ts'
import { alwaysGroups, atMostFive, baseClustersFirst, groupRounds, smoothedK } from './groups.ts'
import { beyondCaps, stickyMembership, zeroedAnswersCount } from './people.ts'
import { axesByChance, miniBatch, zeroedColumnsCounted } from './places.ts'
import { collapsedPriorities, removedRanked, reVotes } from './votes.ts'

/** Every cause of a difference that we know, one line each. */
const CAUSES = [
  alwaysGroups,
  baseClustersFirst,
  groupRounds,
  atMostFive,
  smoothedK,
  stickyMembership,
  zeroedAnswersCount,
  beyondCaps,
  zeroedColumnsCounted,
  miniBatch,
  axesByChance,
  reVotes,
  removedRanked,
  collapsedPriorities,
] as const

/**
 * Why the result of Polis is not our map of the same votes: every cause that is at work in this conversation, and
 * every one of which nobody can tell from what was published.
 *
 * Source: ADR 0028.
 */
export const differencesBetween = (compared: Compared): readonly PolisDifference[] =>
  CAUSES.map((explain) => explain(compared)).filter((difference) => difference !== null)
