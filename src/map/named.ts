import type { GroupId, ParticipantId } from '../kernel/index.ts'
import { membershipOf } from './groups/membership.ts'
import { type GroupChange, renamed } from './groups/names.ts'
import type { OpinionMap } from './opinion-map.ts'

/** Who was in which group when there last were groups: all of the past that names depend on. */
export type LastGroups = ReadonlyMap<ParticipantId, GroupId>

/** A map under the names that its groups had before. */
export interface NamedMap {
  readonly map: OpinionMap
  /** What became of the groups, the current ones first. */
  readonly changes: readonly GroupChange[]
  /** What the map after this one is named by; a map without groups hands on what it was given. */
  readonly last: LastGroups
}

/**
 * Gives the groups of a map the names of those that had most of their people before.
 *
 * Names alone depend on the past. Who is in which group, the order of the groups and every number stay what the votes
 * of this moment give.
 *
 * Errors: none; where nobody was in a group before, the map stays as it is and its groups are born.
 * Source: this project, ADR 0016.
 */
export function namedAfter(last: LastGroups, map: OpinionMap): NamedMap {
  const participants = map.people.map(({ id }) => id)
  const current = membershipOf({ participants }, groupsIn(map))
  const { names, changes } = renamed(membershipOf({ participants }, last), current)
  const called = new Map(current.groups.map((group, at) => [group, names[at]!]))
  const named = names.every((name, at) => name === current.groups[at]) ? map : withNames(map, called)
  return { map: named, changes, last: names.length === 0 ? last : groupsIn(named) }
}

/** Who is in which group of a map. */
export const groupsIn = ({ people }: Pick<OpinionMap, 'people'>): LastGroups =>
  new Map(people.flatMap(({ id, group }) => (group === null ? [] : [[id, group] as const])))

function withNames(map: OpinionMap, called: ReadonlyMap<GroupId, GroupId>): OpinionMap {
  const name = (group: GroupId): GroupId => called.get(group) ?? group
  const keyed = <T>(of: ReadonlyMap<GroupId, T>) => new Map([...of].map(([group, one]) => [name(group), one]))
  const { grouping } = map
  return {
    ...map,
    people: map.people.map((one) => (one.group === null ? one : { ...one, group: name(one.group) })),
    grouping:
      grouping.kind === 'groups'
        ? { ...grouping, groups: grouping.groups.map((one) => ({ ...one, id: name(one.id) })) }
        : grouping,
    support: map.support.map((one) => ({ ...one, groups: keyed(one.groups), pooled: keyed(one.pooled) })),
    divisiveness: map.divisiveness.map(({ gap, ...one }) => ({
      ...one,
      gap: gap === null ? null : { ...gap, most: name(gap.most), least: name(gap.least) },
    })),
    representative: map.representative.map((one) => ({ ...one, group: name(one.group) })),
  }
}
