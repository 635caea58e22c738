import {
  byId,
  type GroupId,
  id,
  type ParticipantId,
  type StatementId,
  type Tally,
} from '../../kernel/index.ts'
import type { Listening, PolisBaseCluster, PolisMath } from '../../listen/index.ts'
import { consensusOf } from '../findings/consensus.ts'
import { type Chosen, representativeOf } from '../findings/representative.ts'
import { type StatementTally, talliesOf } from '../findings/support.ts'
import { membershipOf } from '../groups/membership.ts'
import { type Plane, planeOf, positionsOf } from '../space/space.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { baseClusterOf, baseClustersOf, type Standing } from './base-clusters.ts'
import { consensusLists, type PolisConsensus } from './consensus-list.ts'
import { type Conversation, conversationOf } from './conversation.ts'
import { type GroupClusters, groupClustersOf } from './group-clusters.ts'
import { inConversation } from './in-conversation.ts'
import { namedAs } from './named-as.ts'
import { prioritiesOf } from './priorities.ts'

/** What Polis makes of a conversation, its defects included. */
export interface PolisResult {
  readonly basis: PolisBasis
  readonly conversation: Conversation
  readonly plane: Pick<Plane, 'mean' | 'axes'>
  readonly positions: ReadonlyMap<ParticipantId, readonly [x: number, y: number]>
  readonly inConversation: readonly ParticipantId[]
  /** Empty where the groups are those of an export, which names no base clusters. */
  readonly baseClusters: readonly PolisBaseCluster[]
  readonly grouping: GroupClusters
  readonly votes: ReadonlyMap<GroupId, ReadonlyMap<StatementId, Tally>>
  readonly representative: readonly Chosen[]
  readonly consensus: readonly PolisConsensus[]
  readonly groupAwareConsensus: ReadonlyMap<StatementId, number>
  readonly priorities: ReadonlyMap<StatementId, number>
}

/** What of Polis' history is at hand: its last base clusters, its last groups, or nothing but votes. */
export type PolisBasis = 'published-base-clusters' | 'exported-groups' | 'votes-alone'

/**
 * The whole pipeline of Polis, from its published components and base clusters where there are any.
 *
 * Its groups depend on every update its worker ever made. With the base clusters it published, the last of them can be
 * made again, to the last count; from an export only what follows from the groups can; from votes alone this is what a
 * worker would say that had just started.
 *
 * Source: Small et al. 2021, RECERCA 26(2); each step in its own file here; ADR 0028.
 */
export function polisOf(listening: Listening, published: PolisMath | null): PolisResult {
  const conversation = conversationOf(listening)
  const plane =
    published === null ? planeOf(conversation.drawn) : publishedPlane(conversation.drawn, published)
  const positions = standingOf(conversation.drawn, plane)
  const grouped = groupedBy(listening, conversation, {
    published,
    standing: (person) => positions.get(person) ?? MIDDLE,
  })
  const { groupOf } = grouped.grouping
  const tallies = talliesOf(conversation.cast, membershipOf(conversation.cast, groupOf))
  const aboutPeople = published?.aboutPeople ?? conversation.aboutPeople
  const listable = tallies.filter(({ statement }) => !conversation.zeroed.has(statement))
  return {
    ...grouped,
    conversation,
    plane,
    positions,
    votes: votesOf(tallies),
    representative: representativeOf(listable),
    consensus: consensusLists(listable),
    groupAwareConsensus: new Map(
      consensusOf(tallies).flatMap(({ statement, direction, score }) =>
        direction === 'agree' ? [[statement, score] as const] : [],
      ),
    ),
    priorities: prioritiesOf(tallies, { ...conversation, aboutPeople }, plane),
  }
}

const MIDDLE = [0, 0] as const

function publishedPlane({ statements }: VoteMatrix, { mean, components }: PolisMath): PolisResult['plane'] {
  const inOrder = (values: ReadonlyMap<StatementId, number>) =>
    Float64Array.from(statements, (statement) => values.get(statement) ?? 0)
  return { mean: inOrder(mean), axes: [inOrder(components[0]), inOrder(components[1])] }
}

function standingOf(drawn: VoteMatrix, plane: PolisResult['plane']): PolisResult['positions'] {
  const positions = positionsOf(drawn, plane)
  return new Map(
    drawn.participants.map((person, row) => [
      person,
      [positions[2 * row]!, positions[2 * row + 1]!] as const,
    ]),
  )
}

type Grouped = Pick<PolisResult, 'basis' | 'inConversation' | 'baseClusters' | 'grouping'>

interface Known {
  readonly published: PolisMath | null
  readonly standing: Standing
}

function groupedBy(
  listening: Listening,
  conversation: Conversation,
  { published, standing }: Known,
): Grouped {
  const exported = exportedGroups(listening)
  if (published === null && exported.size > 0)
    return {
      basis: 'exported-groups',
      inConversation: [...exported.keys()].sort(byId),
      baseClusters: [],
      grouping: { k: new Set(exported.values()).size, groupOf: exported, tried: [] },
    }
  const people = published?.inConversation ?? inConversation(conversation)
  const baseClusters =
    published?.baseClusters.map(({ members }) => baseClusterOf(members, standing)) ??
    baseClustersOf(people, standing)
  const grouping = groupClustersOf(baseClusters)
  return {
    basis: published === null ? 'votes-alone' : 'published-base-clusters',
    inConversation: people,
    baseClusters,
    grouping:
      published === null ? grouping : { ...grouping, groupOf: namedAs(grouping.groupOf, published.groupOf) },
  }
}

const exportedGroups = ({ participants }: Listening): ReadonlyMap<ParticipantId, GroupId> =>
  new Map(
    participants.flatMap((person) =>
      person.exportedGroup === null ? [] : [[person.id, id<'group'>(person.exportedGroup)] as const],
    ),
  )

function votesOf(tallies: readonly StatementTally[]): PolisResult['votes'] {
  const groups = [...(tallies[0]?.groups.keys() ?? [])]
  return new Map(
    groups.map((group) => [
      group,
      new Map(tallies.map(({ statement, groups }) => [statement, groups.get(group)!] as const)),
    ]),
  )
}
