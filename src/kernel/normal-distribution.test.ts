import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalBelow, normalQuantile } from './normal-distribution.ts'

test('quantiles undo probabilities', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      (p) => Math.abs(normalBelow(normalQuantile(p)) - p) < 1e-12,
    ),
  )
})

test('tabulated quantiles', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 13)
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 12)
})
