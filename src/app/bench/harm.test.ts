import { expect, test } from 'vitest'
import { HARMS, harmIn } from './covered/harm.ts'

const PLAN = { voices: 80, groups: 5, rulings: 4, repeats: 25 }
const found = (kind: string) => harmIn(kind, PLAN, 'test')

test.each(Object.keys(HARMS))('of the burdens called, few are false: %s', (kind) => {
  expect(found(kind).falseDiscoveries).toBeLessThanOrEqual(0.05)
})

test('burdens that are there are called, and seldom where groups hardly differ', () => {
  expect(found('each group its own way').recall).toBeGreaterThan(0.4)
  expect(found('hardly different around one half').recall).toBeLessThan(0.1)
  expect(found('nobody burdened').recall).toBeNull()
})
