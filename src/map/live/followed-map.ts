import { type StatementId, signOf } from '../../kernel/index.ts'
import {
  type Gathering,
  gathering,
  type Listening,
  type ListeningRecord,
  recordsOf,
  type Statement,
} from '../../listen/index.ts'
import { type Engine, singleThread } from '../engine/index.ts'
import type { MapOptions, Progress } from '../groups/groups.ts'
import { type LastGroups, type NamedMap, namedAfter } from '../named.ts'
import type { VoteChange } from '../votes/change.ts'
import { matrixOf } from '../votes/matrix.ts'
import { type LiveMap, liveMap } from './live-map.ts'

/** A map that follows what is said, of whatever kind it is. */
export interface FollowedMap {
  hear(records: readonly ListeningRecord[]): void
  /** All that was heard by now. */
  listening(): Listening
  /** The map of that, a step at a time: to the last bit `mapOf` of the same, under the names its groups had before. */
  refresh(options: MapOptions): Generator<Progress, NamedMap>
}

/**
 * Begins with what was said so far, and with the groups that were shown last, for their names.
 *
 * A vote goes into the counts that are there. What changes which statements count begins the counts anew: a statement
 * that is added, shown or removed, and a vote taken back from one that counts only while it has votes.
 *
 * Source: this project, ADR 0049.
 */
export function followedMap(start: Listening, shown: LastGroups, engine: Engine = singleThread): FollowedMap {
  const said: Gathering = gathering()
  const statements = new Map<StatementId, Statement>()
  let last = shown
  let live: LiveMap | null = null
  let changes: VoteChange[] = []

  const hear = (record: ListeningRecord): void => {
    said.take(record)
    if (record.type === 'statement') statements.set(record.id, record)
    const change = changeIn(record, statements)
    if (change.kind === 'vote') changes.push(change.change)
    if (change.kind === 'columns') live = null
  }
  for (const record of recordsOf(start)) hear(record)

  return {
    hear: (records) => records.forEach(hear),
    listening: said.listening,
    *refresh(options) {
      if (live === null) live = liveMap(matrixOf(said.listening()), engine)
      else live.apply(changes)
      changes = []
      const named = namedAfter(last, yield* live.settle(options))
      last = named.last
      return named
    },
  }
}

type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'vote'; readonly change: VoteChange }
  | { readonly kind: 'columns' }

const NONE: Change = { kind: 'none' }

/** What a record changes on a map. */
function changeIn(record: ListeningRecord, statements: ReadonlyMap<StatementId, Statement>): Change {
  if (record.type === 'statement') return { kind: 'columns' }
  if (record.type !== 'vote' && record.type !== 'withdrawal') return NONE
  const statement = statements.get(record.statement)
  if (statement === undefined || statement.subject !== 'value' || statement.moderation === 'removed')
    return NONE
  if (record.type === 'withdrawal' && statement.moderation === 'waiting') return { kind: 'columns' }
  const { participant } = record
  const vote = record.type === 'vote' ? signOf(record.vote) : null
  return { kind: 'vote', change: { participant, statement: record.statement, vote } }
}
