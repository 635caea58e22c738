import { describe, expect, test } from 'vitest'
import { logGamma } from '../../kernel/index.ts'
import { CLOSENESS, imagined, likelihoods, MIDDLES } from './beta-binomial.ts'

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)

/** ln of the likelihood of one node, by the formula. */
const formula = (yes: number, n: number, [j, k]: readonly [number, number]) => {
  const a = imagined(j, k)
  const b = CLOSENESS[k]! - a
  return logBeta(a + yes, b + n - yes) - logBeta(a, b)
}

describe('the beta-binomial likelihood on its grid', () => {
  test.each([
    [0, 0],
    [0, 5],
    [3, 7],
    [20, 20],
    [40, 3000],
    [2990, 3000],
  ])('%i of %i: every node as by the formula, up to one factor', (yes, n) => {
    const at = (j: number, k: number) => Math.log(table[j * CLOSENESS.length + k]!)
    const table = likelihoods({ groups: 1, yes: Uint32Array.of(yes), n: Uint32Array.of(n) })
    const [j0, k0] = [Math.min(MIDDLES - 1, Math.floor((MIDDLES * yes) / Math.max(1, n))), 1]
    const offset = at(j0, k0) - formula(yes, n, [j0, k0])
    for (let j = 0; j < MIDDLES; j++)
      for (let k = 0; k < CLOSENESS.length; k++)
        if (table[j * CLOSENESS.length + k]! > 1e-290)
          expect(at(j, k) - offset).toBeCloseTo(formula(yes, n, [j, k]), 7)
    expect(table.reduce((most, value) => Math.max(most, value))).toBe(1)
  })
})
