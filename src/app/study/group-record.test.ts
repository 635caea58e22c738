import { expect, test } from 'vitest'
import type { Store } from '../../io/stores/index.ts'
import { type GroupId, id, type ParticipantId } from '../../kernel/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import { groupRecord } from './group-record.ts'

const TOWN = id<'assembly'>('town')
const [A, B, C] = [id<'group'>('A'), id<'group'>('B'), id<'group'>('C')]
const [ANN, BEN, CAT] = [id<'participant'>('ann'), id<'participant'>('ben'), id<'participant'>('cat')]

/** A record over charters with these states, newest first, whose vote everybody in `roll` was called to. */
function recordOf(states: readonly string[], roll: readonly (readonly [ParticipantId, GroupId | null])[]) {
  const store = {
    charters: async () => states.map((status, at) => ({ status, hash: String(at) })),
    roll: async (_: unknown, hash: string) => new Map(states[Number(hash)] === 'draft' ? [] : roll),
  } as unknown as Store
  return groupRecord({ assembly: TOWN, store, now: () => Date.parse('2026-06-03T12:05:00Z') })
}

const mapOf = (...groups: readonly (readonly [ParticipantId, GroupId])[]): OpinionMap =>
  ({
    people: groups.map(([person, group]) => ({ id: person, group })),
    grouping:
      groups.length === 0
        ? { kind: 'no-stable-groups' }
        : {
            kind: 'groups',
            groups: [...new Set(groups.map(([, group]) => group))].map((one) => ({ id: one })),
          },
  }) as unknown as OpinionMap

test('the first map is named by the newest vote on a charter, later ones by the map before', async () => {
  const record = recordOf(
    ['draft', 'ratified'],
    [
      [ANN, B],
      [BEN, A],
      [CAT, null],
    ],
  )
  expect(await record.last(null)).toEqual(
    new Map([
      [ANN, B],
      [BEN, A],
    ]),
  )
  expect(record.history).toEqual({ namedBy: 'vote', since: '2026-06-03T12:05:00.000Z', updates: [] })
  expect(await record.last(mapOf([ANN, C]))).toEqual(new Map([[ANN, C]]))
  expect((await record.last(mapOf())).size).toBe(2)
})

test('before any vote names go by size', async () => {
  const record = recordOf(['draft'], [[ANN, B]])
  expect(await record.last(null)).toEqual(new Map())
  expect(record.history.namedBy).toBe('size')
})

test('maps at which groups came or went are kept, the newest first; the first map is no change', () => {
  const record = recordOf([], [])
  const [one, two] = [mapOf([ANN, A]), mapOf([ANN, A], [BEN, B])]
  record.followed(null, one, [{ kind: 'born', group: A }])
  record.followed(one, one, [{ kind: 'kept', group: A, bySize: A, similarity: 1 }])
  expect(record.history.updates).toEqual([])
  record.followed(one, two, [{ kind: 'born', group: B }])
  record.followed(two, one, [{ kind: 'gone', group: B }])
  expect(record.history.updates.map(({ changes }) => changes)).toEqual([
    [{ kind: 'gone', group: B }],
    [{ kind: 'born', group: B }],
  ])
})
