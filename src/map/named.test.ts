import { describe, expect, test } from 'vitest'
import { id } from '../kernel/index.ts'
import { USUAL } from './groups/groups.ts'
import { mapOf } from './map.ts'
import { groupsIn, namedAfter } from './named.ts'
import { type Population, planted } from './planted.case.ts'

const OPTIONS = { ...USUAL, seed: 'named', reruns: 5 }
const SIZE = { people: 60, statements: 30, answered: 0.9 }
const [A, B] = [id<'group'>('A'), id<'group'>('B')]
const drawn = (population: Population) => mapOf(planted(population, SIZE, 'named').listening, OPTIONS)
const map = drawn({ kind: 'groups', shares: [0.6, 0.4] })
const none = drawn({ kind: 'random' })

describe('a map under the names its groups had', () => {
  test('every figure stays, wherever a name stands', () => {
    const swapped = new Map([...groupsIn(map)].map(([person, group]) => [person, group === A ? B : A]))
    const { map: named, changes } = namedAfter(swapped, map)
    expect(changes).toEqual([
      { kind: 'kept', group: B, bySize: A, similarity: 1 },
      { kind: 'kept', group: A, bySize: B, similarity: 1 },
    ])
    expect(groupsIn(named)).toEqual(swapped)
    expect(named.grouping).toMatchObject({
      groups: [
        { id: B, members: 36 },
        { id: A, members: 24 },
      ],
    })
    expect(named.support[3]!.groups.get(B)).toBe(map.support[3]!.groups.get(A))
    expect(named.support[3]!.pooled.get(B)).toBe(map.support[3]!.pooled.get(A))
    expect(named.divisiveness[0]!.gap).toMatchObject({ most: map.divisiveness[0]!.gap!.least })
    expect(named.representative[0]!.group).toBe(B)
    expect(namedAfter(groupsIn(map), named).map).toStrictEqual(map)
  })

  test('without groups before, names go by size and all are born', () => {
    const named = namedAfter(new Map(), map)
    expect(named.map).toBe(map)
    expect(named.changes).toEqual([
      { kind: 'born', group: A },
      { kind: 'born', group: B },
    ])
    expect(named.last).toEqual(groupsIn(map))
  })

  test('a map without groups hands on the names it was given', () => {
    const named = namedAfter(groupsIn(map), none)
    expect(named.map).toBe(none)
    expect(named.changes).toEqual([
      { kind: 'gone', group: A },
      { kind: 'gone', group: B },
    ])
    expect(named.last).toEqual(groupsIn(map))
  })
})
