import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import type { GroupingEvidence, OpinionGroup } from '../opinion-map.ts'
import { COMES_BACK, doubtOf, HOLDS, heldOver } from './stability.ts'

const group = (letter: string, jaccard: number): OpinionGroup => ({
  id: id(letter),
  members: 10,
  centre: [0, 0],
  holds: heldOver([jaccard]),
})
const TWO = [group('A', 1), group('B', HOLDS)]
const evidence = (reruns: GroupingEvidence['reruns']): GroupingEvidence => ({
  silhouettes: [],
  chanceSilhouette: 0.5,
  reruns,
})
const STEADY = evidence([{ k: 2, times: 50 }])

describe('what counts as stable groups', () => {
  test('a better fit than chance, the same number half of the time, and three quarters of the members', () => {
    expect(doubtOf(0.51, TWO, STEADY)).toBeNull()
    expect(
      doubtOf(
        0.51,
        TWO,
        evidence([
          { k: 2, times: 50 * COMES_BACK },
          { k: 3, times: 25 },
        ]),
      ),
    ).toBeNull()
  })

  test('a fit that chance reaches is none', () => {
    expect(doubtOf(0.5, TWO, STEADY)).toBe(
      'divided in 2, people fit their groups at 0.50, and people without any groups reach 0.50 once in twenty',
    )
  })

  test('groups that come back in another number are none', () => {
    const moving = evidence([
      { k: 2, times: 24 },
      { k: 3, times: 26 },
    ])
    expect(doubtOf(0.6, TWO, moving)).toBe(
      'when a tenth of the people are left out, 2 groups come back only 24 times in 50',
    )
    expect(doubtOf(0.6, TWO, evidence([{ k: 3, times: 5 }]))).toContain('only 0 times in 5')
  })

  test('one group that loses its members is enough', () => {
    expect(doubtOf(0.6, [...TWO, group('C', 0.74)], evidence([{ k: 3, times: 9 }]))).toBe(
      'when a tenth of the people are left out, group C comes back only 74 % the same',
    )
  })

  test('nothing was tried, nothing is known', () => {
    expect(doubtOf(0.6, TWO, evidence([]))).toBe('the map was not drawn again with people left out')
  })
})

describe('how well a group came back', () => {
  test('is the mean, and the middle 95 % of the re-runs', () => {
    const forty = Array.from({ length: 40 }, (_, at) => at / 39)
    expect(heldOver(forty)).toEqual({
      estimate: expect.closeTo(0.5, 12),
      low: 1 / 39,
      high: 38 / 39,
      n: 40,
      method: 'bootstrap',
      level: 0.95,
    })
  })

  test('reaches down to a mean that a few bad re-runs pull low', () => {
    const mostly = [...Array.from({ length: 99 }, () => 1), 0]
    expect(heldOver(mostly)).toMatchObject({ estimate: 0.99, low: 0.99, high: 1 })
  })

  test('without re-runs it is unknown', () => {
    expect(heldOver([])).toMatchObject({ estimate: 0, low: 0, high: 1, n: 0 })
  })
})
