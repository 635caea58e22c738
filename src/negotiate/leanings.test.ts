import { describe, expect, test } from 'vitest'
import { betaBelow, id } from '../kernel/index.ts'
import { leaningsOf } from './leanings.ts'
import type { Stratum } from './strata.ts'

const stratum = (group: string, wins: number, n: number, people = n): Stratum => ({
  group: id(group),
  wins,
  n,
  people,
})
const inOne = (...strata: readonly Stratum[]) => [...leaningsOf([strata])[0]!.values()]

describe('who benefits and who bears the burden', () => {
  test('is shown where a group’s own answers show it', () => {
    expect(inOne(stratum('A', 38, 40), stratum('B', 3, 40))).toEqual(['for', 'against'])
  })

  test('is not shown of a few, nor of those who did not compare', () => {
    expect(inOne(stratum('A', 38, 40), stratum('B', 1, 4), stratum('C', 0, 0, 30))).toEqual([
      'for',
      'not-shown',
      'not-shown',
    ])
  })

  test('is never called on the word of the others', () => {
    // Four groups of one mind; the fifth leans the other way, by too little to tell.
    const alike = ['A', 'B', 'C', 'D'].map((group) => stratum(group, 90, 100))
    expect(inOne(...alike, stratum('E', 3, 8))[4]).toBe('not-shown')
  })

  test('is taken back where the others make it unlikely', () => {
    const alike = ['A', 'B', 'C', 'D'].map((group) => stratum(group, 90, 100))
    expect(inOne(stratum('E', 2, 12))).toEqual(['against'])
    expect(inOne(...alike, stratum('E', 2, 12))[4]).toBe('not-shown')
  })

  test('asks more of each group, the more groups and rulings were looked at', () => {
    const split = (group: string) => stratum(group, 12, 40)
    expect(1 - betaBelow(0.5, 12.5, 28.5)).toBeCloseTo(0.005, 3)
    expect(inOne(split('A'))).toEqual(['against'])
    const even = Array.from({ length: 9 }, () => [stratum('A', 20, 40), stratum('B', 20, 40)])
    expect(leaningsOf([[split('A')], ...even])[0]!.get(id('A'))).toBe('not-shown')
  })

  test('keeps rulings apart, and calls nobody who is in no group', () => {
    const [first, second] = leaningsOf([
      [stratum('A', 38, 40), { ...stratum('-', 39, 40), group: null }],
      [stratum('A', 2, 40)],
    ])
    expect([...first!]).toEqual([[id('A'), 'for']])
    expect([...second!]).toEqual([[id('A'), 'against']])
    expect(leaningsOf([])).toEqual([])
  })
})
