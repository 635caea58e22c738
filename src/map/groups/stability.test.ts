import { describe, expect, test } from 'vitest'
import { AGREES, doubtOf, HOLDS, heldOver, judged, type Unjudged } from './stability.ts'

const TWO: Unjudged = {
  k: 2,
  sizes: [60, 40],
  silhouette: 0.51,
  silhouetteError: 0,
  agreement: heldOver([AGREES]),
  holds: [heldOver([1]), heldOver([HOLDS])],
}

describe('what counts as stable groups', () => {
  test('a better fit than chance, agreement with the re-runs, and three quarters of the members', () => {
    expect(doubtOf(TWO, 0.5)).toBeNull()
  })

  test('a fit that chance reaches is none, nor one that the grid may have made', () => {
    const says =
      'divided in 2, people fit their groups at 0.51, and people without any groups reach 0.51 once in twenty'
    expect(doubtOf(TWO, 0.51)).toBe(says)
    expect(doubtOf({ ...TWO, silhouetteError: 0.01 }, 0.505)).toBe(says)
  })

  test('a handful of people is no group', () => {
    expect(doubtOf({ ...TWO, sizes: [398, 3] }, 0.5)).toBe('divided in 2, fewer than 5 people are set apart')
  })

  test('a division that the re-runs draw elsewhere is none', () => {
    expect(doubtOf({ ...TWO, agreement: heldOver([0.4]) }, 0.5)).toBe(
      'drawn again from people picked by chance, 2 groups agree with these only to 0.40, where 1 is the same and 0 is chance',
    )
  })

  test('one group that loses its members is enough', () => {
    expect(doubtOf({ ...TWO, holds: [heldOver([1]), heldOver([0.74])] }, 0.5)).toBe(
      'drawn again from people picked by chance, the group that is number 2 by size comes back only 74 % the same',
    )
  })

  test('nothing was tried, nothing is known', () => {
    expect(doubtOf({ ...TWO, agreement: heldOver([]) }, 0.5)).toBe(
      'the map was not drawn again from people picked by chance',
    )
  })

  test('of those that are stable, the one that fits best is chosen; the others are kept, with the reason', () => {
    const three = { ...TWO, k: 3, silhouette: 0.6 }
    const four = { ...TWO, k: 4, silhouette: 0.7, agreement: heldOver([0]) }
    expect(judged([TWO, three, four], 0.5).map(({ verdict }) => verdict)).toEqual([
      { kind: 'also-stable', because: 'divided in 3, people fit better' },
      { kind: 'chosen' },
      { kind: 'not-stable', because: expect.stringContaining('4 groups agree with these only to 0.00') },
    ])
  })
})

describe('how well something came back', () => {
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
    expect(heldOver([0.9])).toMatchObject({ estimate: 0.9, low: 0, high: 1, n: 1 })
  })
})
