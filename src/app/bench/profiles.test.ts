import { describe, expect, test } from 'vitest'
import { sparselySeen } from './covered/profiles.ts'

const PLAN = { people: 150, statements: 50, answers: { fewest: 8, most: 16 }, repeats: 3 }

describe('slates chosen from few answers', () => {
  const seen = sparselySeen({ ...PLAN, differs: true }, 'test')

  test('give each group what their intervals say, however they were chosen', () => {
    for (const held of Object.values(seen.held)) expect(held).toBeGreaterThan(0.75)
  })

  test('please more people when read from the pooled profile than from seen agreement', () => {
    expect(seen.agreement['equal shares, pooled']!).toBeGreaterThan(
      seen.agreement['equal shares, seen']! + 0.03,
    )
  })

  test('gains and losses are called where they are large, and not falsely', () => {
    expect(seen.falseCalls).toBeLessThan(0.05)
    expect(seen.recall).toBeGreaterThan(0.3)
  })
})

test('where everything is agreed with half the time, hardly anybody is said to gain or lose', () => {
  expect(sparselySeen({ ...PLAN, differs: false }, 'test').anyFalse).toBeLessThan(0.5)
})
