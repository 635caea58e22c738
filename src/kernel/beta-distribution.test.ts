import fc from 'fast-check'
import { test } from 'vitest'
import { betaBelow, betaQuantile } from './beta-distribution.ts'

test('quantiles undo probabilities', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 300 }),
      (p, a, b) => Math.abs(betaBelow(betaQuantile(p, a, b), a, b) - p) < 1e-9,
    ),
  )
})
