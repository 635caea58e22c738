import { expect, test } from 'vitest'
import { id, resultOf } from '../../kernel/index.ts'
import { USUAL } from '../groups/groups.ts'
import { drawSteps, mapOf } from '../map.ts'
import { groupsIn } from '../named.ts'
import { planted } from '../planted.case.ts'
import { matrixOf } from '../votes/matrix.ts'
import { groupNames } from './group-names.ts'
import { liveMap } from './live-map.ts'

const OPTIONS = { ...USUAL, seed: 'named', reruns: 5 }
const SIZE = { people: 60, statements: 30, answered: 0.9 }
const start = matrixOf(planted({ kind: 'groups', shares: [0.6, 0.4] }, SIZE, 'named').listening)
const map = resultOf(drawSteps(start, OPTIONS))

test('refreshed, groups keep the names they had; settled, the map knows no past', () => {
  const swapped = new Map(
    [...groupsIn(map)].map(([person, group]) => [person, id<'group'>(group === 'A' ? 'B' : 'A')]),
  )
  const live = liveMap(start, undefined, swapped)
  expect(groupsIn(resultOf(live.refresh(OPTIONS)).map)).toEqual(swapped)
  expect(resultOf(live.settle(OPTIONS))).toStrictEqual(map)
  expect(live.updates.map(({ votes }) => votes)).toEqual([start.vote.length])
})

test('what became of groups is recorded once, and names outlast a time without groups', () => {
  const none = mapOf(planted({ kind: 'random' }, SIZE, 'named').listening, OPTIONS)
  const names = groupNames(new Map())
  for (const one of [map, map, none, none, map]) names.name(one)
  const kept = (group: string) => ({ kind: 'kept', group, bySize: group, similarity: 1 })
  expect(names.updates.map(({ changes }) => changes)).toEqual([
    [
      { kind: 'born', group: 'A' },
      { kind: 'born', group: 'B' },
    ],
    [
      { kind: 'gone', group: 'A' },
      { kind: 'gone', group: 'B' },
    ],
    [kept('A'), kept('B')],
  ])
})
