import { expect, test } from 'vitest'
import { heldDifferences } from './covered/comparisons.ts'

const PLAN = { items: 20, duels: 100, scatter: 0.5, repeats: 8 }

test('a hundred comparisons of twenty things: the intervals hold, and the usual ones do not', () => {
  expect(heldDifferences(PLAN, 'unknown', 'test')).toBeGreaterThan(0.93)
  expect(heldDifferences(PLAN, 'likeliest', 'test')).toBeLessThan(0.9)
})

test('where things are further apart than a fixed prior has it, that prior misses them', () => {
  const apart = { ...PLAN, scatter: 2 }
  expect(heldDifferences(apart, 'unknown', 'test')).toBeGreaterThan(0.92)
  expect(heldDifferences(apart, { precision: 1 }, 'test')).toBeLessThan(0.8)
})
