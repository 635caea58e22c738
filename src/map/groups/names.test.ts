import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { type Membership, NONE } from './membership.ts'
import { letter, renamed } from './names.ts'

const of = (names: string, labels: readonly number[]): Membership => ({
  groups: [...names].map((name) => id<'group'>(name)),
  labels: Uint8Array.from(labels),
})
const times = (label: number, people: number) => Array.from({ length: people }, () => label)
const anyLabels = fc.array(fc.constantFrom(0, 1, 2, NONE), { minLength: 1, maxLength: 30 })

describe('groups keep their names', () => {
  test('when their sizes change places', () => {
    const previous = of('AB', [...times(0, 6), ...times(1, 4)])
    const current = of('AB', [...times(1, 4), ...times(0, 6)])
    expect(renamed(previous, current)).toEqual({
      names: ['B', 'A'],
      changes: [
        { kind: 'kept', group: 'B', bySize: 'A', similarity: 4 / 6 },
        { kind: 'kept', group: 'A', bySize: 'B', similarity: 4 / 6 },
      ],
    })
  })

  test('a split: the larger part keeps the name, the other gets a free letter', () => {
    const previous = of('AB', [...times(0, 10), ...times(1, 5)])
    const current = of('ABC', [...times(0, 6), ...times(2, 4), ...times(1, 5)])
    expect(renamed(previous, current)).toEqual({
      names: ['A', 'B', 'C'],
      changes: [
        { kind: 'kept', group: 'A', bySize: 'A', similarity: 0.6 },
        { kind: 'kept', group: 'B', bySize: 'B', similarity: 1 },
        { kind: 'split-off', group: 'C', from: 'A', share: 1 },
      ],
    })
  })

  test('a merger: the larger group goes on, the other is said to be in it', () => {
    const previous = of('AB', [...times(0, 7), ...times(1, 3)])
    const current = of('A', times(0, 10))
    expect(renamed(previous, current)).toEqual({
      names: ['A'],
      changes: [
        { kind: 'kept', group: 'A', bySize: 'A', similarity: 0.7 },
        { kind: 'merged-into', group: 'B', into: 'A', share: 1 },
      ],
    })
  })

  test('a group of people who were in none is born; one whose people left is gone', () => {
    const previous = of('AB', [0, 0, 0, 1, 1, NONE, NONE])
    const current = of('AB', [0, 0, 0, NONE, NONE, 1, 1])
    expect(renamed(previous, current)).toEqual({
      names: ['A', 'C'],
      changes: [
        { kind: 'kept', group: 'A', bySize: 'A', similarity: 1 },
        { kind: 'born', group: 'C' },
        { kind: 'gone', group: 'B' },
      ],
    })
  })

  test('the largest sum of similarities wins, not the most similar pair first', () => {
    // A shares most with the first, but then B would have nothing: A takes the second, B the first.
    const previous = of('AB', [...times(0, 5), ...times(0, 4), ...times(1, 5)])
    const current = of('AB', [...times(0, 5), ...times(1, 4), ...times(0, 5)])
    expect(renamed(previous, current).names).toEqual(['B', 'A'])
  })

  test('names are never given twice, and the same groups keep all of theirs', () => {
    fc.assert(
      fc.property(anyLabels, fc.infiniteStream(fc.constantFrom(0, 1, 2, NONE)), (before, stream) => {
        const after = before.map(() => stream.next().value)
        const { names } = renamed(of('ABC', before), of('ABC', after))
        expect(new Set(names).size).toBe(3)
        const same = renamed(of('ABC', before), of('ABC', before)).names
        for (const label of new Set(before)) if (label !== NONE) expect(same[label]).toBe(letter(label))
      }),
    )
  })
})
