import { describe, expect, test } from 'vitest'
import { betaBelow, chance, id } from '../kernel/index.ts'
import { CALLED, leaningsOf, type Stratum } from './strata.ts'

const stratum = (group: string, wins: number, n: number, people = n): Stratum => ({
  group: id(group),
  wins,
  n,
  people,
})

describe('who benefits and who bears the burden', () => {
  test('is shown where a group’s own answers show it', () => {
    expect([...leaningsOf([stratum('A', 38, 40), stratum('B', 3, 40)]).values()]).toEqual(['for', 'against'])
  })

  test('is not shown of a few, nor of those who did not compare', () => {
    expect([
      ...leaningsOf([stratum('A', 38, 40), stratum('B', 1, 4), stratum('C', 0, 0, 30)]).values(),
    ]).toEqual(['for', 'not-shown', 'not-shown'])
  })

  test('is never called on the word of the others', () => {
    // Four groups of one mind; the fifth leans the other way, by too little to tell.
    const alike = ['A', 'B', 'C', 'D'].map((group) => stratum(group, 90, 100))
    expect(leaningsOf([...alike, stratum('E', 3, 8)]).get(id('E'))).toBe('not-shown')
  })

  test('is taken back where the others make it unlikely', () => {
    const alike = ['A', 'B', 'C', 'D'].map((group) => stratum(group, 90, 100))
    // Alone, 2 of 9 would be called: P = .96.
    expect(1 - betaBelow(0.5, 2.5, 7.5)).toBeLessThan(0.05)
    expect(leaningsOf([...alike, stratum('E', 2, 9)]).get(id('E'))).toBe('not-shown')
  })

  /** Burdens called of five groups whose true shares are known, and how many of the calls are false. */
  function calls(spread: number) {
    const stream = chance(`false calls ${spread}`)
    const count = { groups: 0, called: 0, wrong: 0, calledFlat: 0, wrongFlat: 0 }
    for (let trial = 0; trial < 1500; trial++) {
      const truths = Array.from({ length: 5 }, () => 0.6 + spread * stream.normal())
      const strata = truths.map((share, at) => {
        const voices = Array.from({ length: 20 + stream.below(61) }, () => Number(stream.uniform() < share))
        return stratum(
          `${at}`,
          voices.reduce((a, b) => a + b),
          voices.length,
        )
      })
      const leanings = leaningsOf(strata)
      for (const { group, wins, n } of strata) {
        const isFalse = Number(truths[Number(group)]! > 0.5)
        count.groups++
        if (betaBelow(0.5, wins + 0.5, n - wins + 0.5) >= CALLED) {
          count.calledFlat++
          count.wrongFlat += isFalse
        }
        if (leanings.get(group!) !== 'against') continue
        count.called++
        count.wrong += isFalse
      }
    }
    return count
  }

  test('about half as many false calls as without shrinkage, where groups differ', () => {
    const { called, wrong, calledFlat, wrongFlat } = calls(0.1)
    expect(wrongFlat / calledFlat).toBeGreaterThan(0.09)
    expect(wrong / called).toBeLessThan((2 / 3) * (wrongFlat / calledFlat))
    expect(called).toBeGreaterThan(100)
  })

  test('hardly a call where groups are alike', () => {
    const { wrong, groups } = calls(0.02)
    expect(wrong / groups).toBeLessThan(1 / 300)
  })
})
