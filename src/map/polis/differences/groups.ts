import { type GroupId, number, type ParticipantId } from '../../../kernel/index.ts'
import { EXACT_UP_TO } from '../../groups/division.ts'
import { MOST_GROUPS } from '../../groups/fitted.ts'
import { GROUP_ROUNDS, groupClustersOf, MOST_POLIS_GROUPS } from '../group-clusters.ts'
import { namedAs } from '../named-as.ts'
import { type Compared, counted, type Explain, unknowable } from './difference.ts'

/** Which groups are found. */

const NO_BASE = 'exports do not hold the base clusters'

export const alwaysGroups: Explain = (compared) => {
  const { result, map } = compared
  const ours = membersOf(compared)
  if (map.grouping.kind === 'no-stable-groups')
    return {
      kind: 'groups-without-evidence',
      cause: 'Polis always names groups; it never asks whether they would come back.',
      touches: counted(result.grouping.k, result.grouping.k, 'groups'),
      ours: `No stable groups: ${map.grouping.because}.`,
    }
  const moved = different(result.grouping.groupOf, ours)
  if (moved === 0) return null
  return {
    kind: 'people-in-other-groups',
    cause: 'Polis divides people in other steps, from another start.',
    touches: counted(moved, result.grouping.groupOf.size, 'people'),
    ours: `${map.grouping.groups.length} groups, which came back when people were left out.`,
  }
}

export const baseClustersFirst: Explain = ({ result: { baseClusters, basis, inConversation } }) => {
  const cause =
    'Polis draws people together into at most a hundred clusters, and groups those instead of people.'
  const ours = `People are grouped one by one; above ${number(EXACT_UP_TO)}, those who stand close together share a place.`
  if (basis === 'exported-groups')
    return { kind: 'base-clusters-first', cause, touches: unknowable(NO_BASE), ours }
  const shared = baseClusters.filter(({ members }) => members.length > 1).flatMap(({ members }) => members)
  if (shared.length === 0) return null
  const touches = counted(shared.length, inConversation.length, 'people')
  return { kind: 'base-clusters-first', cause, touches, ours }
}

export const groupRounds: Explain = ({ result: { baseClusters, basis, grouping } }) => {
  const cause = `Polis means to look for groups in 100 rounds, but says so under a name that nothing reads, and stops after ${GROUP_ROUNDS}.`
  const ours = 'The search ends when nobody changes sides.'
  if (basis === 'exported-groups') return { kind: 'group-rounds', cause, touches: unknowable(NO_BASE), ours }
  const moved = different(grouping.groupOf, groupClustersOf(baseClusters, 100).groupOf)
  if (moved === 0) return null
  return { kind: 'group-rounds', cause, touches: counted(moved, grouping.groupOf.size, 'people'), ours }
}

export const atMostFive: Explain = ({ result: { grouping } }) =>
  grouping.k < MOST_POLIS_GROUPS
    ? null
    : {
        kind: 'at-most-five-groups',
        cause: `Polis never looks for more than ${MOST_POLIS_GROUPS} groups, and here it found that many: there may be more.`,
        touches: counted(grouping.k, MOST_POLIS_GROUPS, 'groups'),
        ours: `Looks for at most ${MOST_GROUPS}, and shows how well each number fits.`,
      }

export const smoothedK: Explain = ({ published, result: { grouping } }) => {
  const cause = 'Polis takes a new number of groups only after it fitted best in four updates in a row.'
  const ours = 'The number of groups follows from the votes as they are.'
  if (published === null)
    return {
      kind: 'smoothed-number-of-groups',
      cause,
      touches: unknowable('it depends on the updates before the last'),
      ours,
    }
  const theirs = new Set(published.groupOf.values()).size
  if (theirs === grouping.k) return null
  return {
    kind: 'smoothed-number-of-groups',
    cause: `${cause} It says ${theirs}, and ${grouping.k} would fit best.`,
    touches: counted(different(published.groupOf, grouping.groupOf), published.groupOf.size, 'people'),
    ours,
  }
}

type GroupOf = ReadonlyMap<ParticipantId, GroupId>

const membersOf = ({ map }: Compared): GroupOf =>
  new Map(map.people.flatMap(({ id, group }) => (group === null ? [] : [[id, group] as const])))

/** How many people of a grouping are elsewhere, or nowhere, in another, groups matched by their members. */
function different(groupOf: GroupOf, others: GroupOf): number {
  const named = namedAs(others, groupOf)
  return [...groupOf].filter(([person, group]) => named.get(person) !== group).length
}
