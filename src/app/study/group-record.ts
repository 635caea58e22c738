import type { Store } from '../../io/stores/index.ts'
import type { AssemblyId } from '../../kernel/index.ts'
import { type GroupChange, groupsIn, type LastGroups, type OpinionMap } from '../../map/index.ts'
import type { GroupHistory } from '../../web/views.ts'

/** By what the groups of one assembly are named, and what became of them while the server ran. */
export interface GroupRecord {
  readonly history: GroupHistory
  /** Who was in which group last: on the map before; without one, when the vote on a charter was opened. */
  last(map: OpinionMap | null): Promise<LastGroups>
  /** Takes in that one map followed another; null: it is the first. */
  followed(before: OpinionMap | null, after: OpinionMap, changes: readonly GroupChange[]): void
}

interface GroupRecordOf {
  readonly assembly: AssemblyId
  readonly store: Pick<Store, 'charters' | 'roll'>
  /** Milliseconds. */
  readonly now: () => number
}

/** How many updates are remembered: names change seldom (ADR 0050). */
const MOST = 20

/** Begins without a past. Source: this project, ADR 0050. */
export function groupRecord({ assembly, store, now }: GroupRecordOf): GroupRecord {
  const at = () => new Date(now()).toISOString()
  let history: GroupHistory = { namedBy: 'size', since: at(), updates: [] }

  const fromVote = async (): Promise<LastGroups> => {
    const voted = (await store.charters(assembly)).find(({ status }) => status !== 'draft')
    if (voted === undefined) return new Map()
    const roll = await store.roll(assembly, voted.hash)
    return new Map([...roll].flatMap(([person, group]) => (group === null ? [] : [[person, group] as const])))
  }

  return {
    get history() {
      return history
    },
    last: async (map) => {
      if (map !== null && map.grouping.kind === 'groups') return groupsIn(map)
      const voted = await fromVote()
      if (voted.size > 0) history = { ...history, namedBy: 'vote' }
      return voted
    },
    followed: (before, after, changes) => {
      if (before === null || namesIn(before) === namesIn(after)) return
      history = { ...history, updates: [{ at: at(), changes }, ...history.updates].slice(0, MOST) }
    },
  }
}

const namesIn = ({ grouping }: OpinionMap): string =>
  grouping.kind === 'groups' ? grouping.groups.map(({ id }) => id).join() : ''
