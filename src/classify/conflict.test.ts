import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexCells } from './cell-index.ts'
import { conflictsOf, MOST_POSSIBLE, smallestConflicts } from './conflict.ts'
import { benchOf } from './judges.ts'
import { toldCase, toldCases } from './told.case.ts'

const VALUES = ['a', 'b', 'c', 'd', 'e', 'f']
const violations = fc.array(fc.subarray(VALUES), { minLength: 1, maxLength: 6 })

const meetsAll = (values: readonly string[], sets: readonly (readonly string[])[]) =>
  sets.every((set) => set.some((value) => values.includes(value)))

describe('the smallest conflicts of a case', () => {
  test('Berge 1989, chapter 2: the triangle is its own blocker', () => {
    const triangle = [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ]
    expect(smallestConflicts(triangle)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ])
  })

  test('every conflict meets every violation set, and nothing smaller does', () => {
    fc.assert(
      fc.property(violations, (sets) => {
        for (const conflict of smallestConflicts(sets)) {
          expect(meetsAll(conflict, sets)).toBe(true)
          for (const left of conflict)
            expect(
              meetsAll(
                conflict.filter((value) => value !== left),
                sets,
              ),
            ).toBe(false)
        }
      }),
    )
  })

  test('none is missing: trying every set of values finds the same', () => {
    const subsets = Array.from({ length: 2 ** VALUES.length }, (_, bits) =>
      VALUES.filter((_, at) => (bits >> at) & 1),
    )
    fc.assert(
      fc.property(violations, (sets) => {
        const meeting = subsets.filter((values) => values.length > 0 && meetsAll(values, sets))
        const minimal = meeting.filter(
          (values) =>
            !meeting.some(
              (less) => less.length < values.length && less.every((value) => values.includes(value)),
            ),
        )
        const found = smallestConflicts(sets)
        expect(new Set(found.map(String))).toEqual(new Set(minimal.map(String)))
        expect(found.length).toBe(minimal.length)
      }),
    )
  })

  test('a bound on the size leaves out the larger ones and nothing else', () => {
    fc.assert(
      fc.property(violations, fc.integer({ min: 1, max: 4 }), (sets, most) => {
        expect(smallestConflicts(sets, most)).toEqual(
          smallestConflicts(sets).filter((conflict) => conflict.length <= most),
        )
      }),
    )
  })

  test('where nothing acts, nothing conflicts', () => {
    expect(smallestConflicts([])).toEqual([])
  })
})

describe('conflicts over cases', () => {
  const clash = (name: string, open = '') =>
    toldCase(name, [
      { name: 'tells', does: '+candour -comfort' },
      { name: 'soothes', does: `${open}-candour +comfort` },
      { name: 'absent', kind: 'absent', does: '0candour 0comfort' },
    ])
  const over = (...cases: ReturnType<typeof toldCase>[]) => {
    const { cases: all, judgements } = toldCases(...cases)
    return conflictsOf(all, indexCells(benchOf(judgements).cells))
  }

  test('doing nothing never dissolves a conflict', () => {
    expect(over(clash('1'))).toEqual([
      { statements: ['candour', 'comfort'], cases: ['1'], certainty: 'probable' },
    ])
  })

  test('handing over does', () => {
    const handed = toldCase('1', [
      { name: 'tells', does: '-comfort' },
      { name: 'hands', kind: 'hands-over', does: '0comfort 0candour' },
    ])
    expect(over(handed)).toEqual([])
  })

  test('what the judges left open makes a conflict possible, not probable', () => {
    expect(over(clash('1', '?'))).toEqual([
      { statements: ['candour', 'comfort'], cases: ['1'], certainty: 'possible' },
    ])
  })

  test('one judge who sees no violation does not exclude it', () => {
    const hopeful = toldCase('1', [
      { name: 'tells', does: '+candour -comfort' },
      { name: 'soothes', does: '?+candour +comfort' },
    ])
    expect(over(hopeful).map(({ certainty }) => certainty)).toEqual(['possible'])
    const sure = toldCase('1', [
      { name: 'tells', does: '+candour -comfort' },
      { name: 'soothes', does: '+candour +comfort' },
    ])
    expect(over(sure)).toEqual([])
  })

  test('a conflict that is probable somewhere is listed once, with the cases where it is', () => {
    expect(over(clash('10'), clash('9'), clash('2', '?'))).toEqual([
      { statements: ['candour', 'comfort'], cases: ['9', '10'], certainty: 'probable' },
    ])
  })

  test('possible conflicts of many values are left out', () => {
    const many = toldCase(
      '1',
      ['p', 'q', 'r', 's'].map((value) => ({ name: `leaves ${value}`, does: `?-${value}` })),
    )
    expect(MOST_POSSIBLE).toBe(3)
    expect(over(many)).toEqual([])
  })
})
