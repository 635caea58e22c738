import { expect, test } from 'vitest'
import { bridging } from './bridging.ts'
import { counterexample } from './rule.case.ts'

test.each(bridging.guarantees.map((guarantee) => [guarantee] as const))('bridging keeps %s', (guarantee) => {
  expect(counterexample(bridging, guarantee, 200)).toBeNull()
})
