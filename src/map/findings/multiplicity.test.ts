import { describe, expect, test } from 'vitest'
import { correctedForMany } from './multiplicity.ts'

describe('correction for many tests', () => {
  // The 15 probabilities of Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57(1):289-300, section 3.2.
  const PUBLISHED = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]

  test('of fifteen published probabilities the first three stay below 5 %, without any assumption', () => {
    const corrected = correctedForMany(PUBLISHED)
    expect(corrected.filter((p) => p <= 0.05)).toHaveLength(3)
    // p · m · (1 + 1/2 + … + 1/15) / rank
    expect(corrected[0]).toBeCloseTo(0.0001 * 15 * 3.318229, 8)
    expect(corrected[2]).toBeCloseTo((0.0019 * 15 * 3.318229) / 3, 8)
  })

  test('keeps the order of the tests, never falls with the probability and never exceeds 1', () => {
    const turned = [...PUBLISHED].reverse()
    expect(correctedForMany(turned)).toEqual(correctedForMany(PUBLISHED).reverse())
    const corrected = correctedForMany(PUBLISHED)
    expect([...corrected].sort((a, b) => a - b)).toEqual(corrected)
    expect(Math.max(...corrected)).toBe(1)
  })
})
