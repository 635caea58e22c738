import type { GroupId } from '../../kernel/index.ts'
import { namesOf } from '../groups/grouped.ts'
import type { GroupChange } from '../groups/names.ts'
import { type LastGroups, type NamedMap, namedAfter } from '../named.ts'
import type { OpinionMap } from '../opinion-map.ts'

/** Names handed on from map to map, and the record of what became of the groups. */
export interface GroupNames {
  /** The maps at which groups came, went, split, merged or changed places by size, in their order. */
  readonly updates: readonly GroupUpdate[]
  /** The map under the names of the one before. */
  name(map: OpinionMap): NamedMap
}

/** What became of the groups at one map. */
export interface GroupUpdate {
  /** From how many votes it was drawn. */
  readonly votes: number
  readonly changes: readonly GroupChange[]
}

/** Begins with the groups that were shown last. Source: ADR 0016. */
export function groupNames(shown: LastGroups): GroupNames {
  const updates: GroupUpdate[] = []
  let last = shown
  let names: readonly GroupId[] = []
  return {
    updates,
    name(map) {
      const named = namedAfter(last, map)
      const current = namesOf(named.map.grouping)
      if (current.join() !== names.join())
        updates.push({ votes: map.drawnFrom.votes, changes: named.changes })
      last = named.last
      names = current
      return named
    },
  }
}
