import { expect, test } from 'vitest'
import { quickChance } from './quick-chance.ts'

const draws = (of: 'uniform' | 'normal', n = 50_000) => {
  const stream = quickChance('moments')
  return Array.from({ length: n }, () => stream[of]())
}
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

test('uniform and normal draws have the mean and spread of their laws', () => {
  expect(mean(draws('uniform'))).toBeCloseTo(1 / 2, 2)
  expect(mean(draws('uniform').map((x) => (x - 0.5) ** 2))).toBeCloseTo(1 / 12, 3)
  expect(mean(draws('normal'))).toBeCloseTo(0, 1)
  expect(mean(draws('normal').map((x) => x * x))).toBeCloseTo(1, 1)
})

test('these draws never change, so that what was measured can be measured again', () => {
  const stream = quickChance('parley')
  expect([stream.uniform(), stream.uniform()].map((x) => x * 2 ** 32)).toMatchInlineSnapshot(`
    [
      3540242621,
      2688743061,
    ]
  `)
})
