import type { Ratification, RatificationPlan } from '../../../charter/index.ts'
import type { GroupId } from '../../../kernel/index.ts'
import { type PublishedSupport, publishedSupport } from '../../../publish/index.ts'
import { counted, percent } from '../../words.ts'

type GroupVote = Ratification['groups'][GroupId]

/** The groups of a vote, in their order. */
export const groupsIn = ({ groups }: Ratification): readonly (readonly [GroupId, GroupVote])[] =>
  Object.entries(groups) as [GroupId, GroupVote][]

/** Who said yes, overall and by group, as far as it may be shown beside the exact counts of all. Source: ADR 0042. */
export function publishedVote(ratification: Ratification): PublishedSupport {
  const inGroups = groupsIn(ratification)
  const outside = ratification.roll - inGroups.reduce((sum, [, { people }]) => sum + people, 0)
  return publishedSupport(
    {
      overall: ratification.support,
      groups: Object.fromEntries(inGroups.map(([group, { support }]) => [group, support])),
    },
    { outside: Math.max(0, outside), overall: 'exact' },
  )
}

/**
 * @example
 * votedIn({ yes: 260, no: 128, abstain: 24 }) // => 412
 */
export const votedIn = ({ yes, no, abstain }: Pick<Ratification, 'yes' | 'no' | 'abstain'>): number =>
  yes + no + abstain

/**
 * What it takes to put a charter in force.
 *
 * @example
 * planSays({ overall: 0.6, eachGroup: 0.5, quorum: 300 }) // => 'At least 300 people must vote. Of those who say yes or no, at least 60 % must say yes, and at least 50 % in each opinion group.'
 */
export const planSays = ({ overall, eachGroup, quorum }: RatificationPlan): string =>
  `At least ${counted(quorum, 'person', 'people')} must vote. Of those who say yes or no, at least ${percent(overall)} % must say yes, and at least ${percent(eachGroup)} % in each opinion group.`
