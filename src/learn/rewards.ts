import { byId, type CaseId, type GroupId, type ParticipantId, type ResponseId } from '../kernel/index.ts'
import type { Comparison, Listening } from '../listen/index.ts'
import { bradleyTerry, type Strengths } from '../negotiate/index.ts'

/** What people's comparisons say of the responses of one case: of all together, and of each opinion group. */
export interface CaseRewards {
  readonly case: CaseId
  readonly overall: readonly Strengths<ResponseId>[]
  /** Groups nobody of which compared anything here are absent: nothing is known of them. */
  readonly groups: ReadonlyMap<GroupId, readonly Strengths<ResponseId>[]>
  /** Comparisons by people who are in no group; they count overall. */
  readonly ungrouped: number
}

/**
 * The rewards that follow from the comparisons, case by case. Scales differ between groups and between cases: a group
 * that is more decided has larger numbers, and no sum over groups means anything.
 *
 * Source: ADR 0024; each group by itself after Chakraborty et al. 2024 (MaxMin-RLHF), without its mixture.
 */
export function rewardsOf(
  { cases, comparisons }: Pick<Listening, 'cases' | 'comparisons'>,
  groups: ReadonlyMap<ParticipantId, GroupId>,
): readonly CaseRewards[] {
  return cases.map(({ id }) => {
    const own = comparisons.filter((comparison) => comparison.case === id)
    const grouped = own.filter(({ participant }) => groups.has(participant))
    const ids = [...new Set(grouped.flatMap(({ participant }) => groups.get(participant) ?? []))].sort(byId)
    const membersOf = (group: GroupId) =>
      grouped.filter(({ participant }) => groups.get(participant) === group)
    return {
      case: id,
      overall: strengthsIn(own),
      groups: new Map(ids.map((group) => [group, strengthsIn(membersOf(group))])),
      ungrouped: own.length - grouped.length,
    }
  })
}

const strengthsIn = (comparisons: readonly Comparison[]) => bradleyTerry<ResponseId>(comparisons)
