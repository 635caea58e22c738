import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickChance } from './quick-chance.ts'
import { weightedDraw } from './weighted-draw.ts'

test('draws each number as often as its weight says', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), (weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      fc.pre(total > 0)
      const draw = weightedDraw(Float64Array.from(weights))
      const random = quickChance('alias')
      const drawn = weights.map(() => 0)
      for (let turn = 0; turn < 4000; turn++) drawn[draw(random)]!++
      weights.forEach((weight, at) => {
        const share = weight / total
        expect(Math.abs(drawn[at]! - 4000 * share)).toBeLessThanOrEqual(
          5 * Math.sqrt(4000 * share * (1 - share)),
        )
      })
    }),
    { numRuns: 40 },
  )
})

test('weights that are none are refused', () => {
  for (const weights of [[], [0], [-1, 2], [Number.NaN]])
    expect(() => weightedDraw(Float64Array.from(weights))).toThrow(RangeError)
})
