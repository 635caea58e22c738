import { describe, expect, test } from 'vitest'
import { betaBelow, id } from '../kernel/index.ts'
import type { Stratum } from './strata.ts'
import { majorityOf, opposite } from './strength.ts'

const stratum = (group: string, wins: number, n: number, people = n): Stratum => ({
  group: id(group),
  wins,
  n,
  people,
})
const probabilityOf = (strata: readonly Stratum[], seed: string) => majorityOf(strata, seed).probability

describe('the probability of a weighted majority', () => {
  test('with one stratum is the Beta posterior’s', () => {
    const drawn = probabilityOf([stratum('A', 12, 20)], 'one')
    expect(Math.abs(drawn - (1 - betaBelow(0.5, 12.5, 8.5)))).toBeLessThan(0.02)
  })

  test('turns with the sides', () => {
    const one = probabilityOf([stratum('A', 14, 20), stratum('B', 3, 10)], 'turn')
    const other = probabilityOf([stratum('A', 6, 20), stratum('B', 7, 10)], 'turn')
    expect(Math.abs(one + other - 1)).toBeLessThan(0.03)
  })

  test('follows the weights: the larger group decides', () => {
    expect(probabilityOf([stratum('A', 19, 20, 90), stratum('B', 1, 20, 10)], 'w')).toBeGreaterThan(0.99)
    expect(probabilityOf([stratum('A', 19, 20, 10), stratum('B', 1, 20, 90)], 'w')).toBeLessThan(0.01)
  })

  test('is one half where nobody compared', () => {
    expect(probabilityOf([stratum('A', 0, 0, 50)], 'none')).toBe(0.5)
    expect(probabilityOf([], 'none')).toBe(0.5)
  })
})

describe('the strength of a preference', () => {
  test('is the log-odds of the share, with the bounds of its posterior', () => {
    const { theta, low, high, n } = majorityOf([stratum('A', 300, 400)], 'strength').strength
    expect(theta).toBeCloseTo(Math.log(3), 1)
    expect(1 / (1 + Math.exp(-low))).toBeCloseTo(0.706, 2)
    expect(1 / (1 + Math.exp(-high))).toBeCloseTo(0.791, 2)
    expect(n).toBe(400)
  })

  test('turns with the sides, and lies above nothing exactly where the majority is sure', () => {
    const majority = majorityOf([stratum('A', 14, 20), stratum('B', 9, 10)], 'turn')
    const { probability, strength } = opposite(majority)
    expect(probability).toBe(1 - majority.probability)
    expect(strength).toMatchObject({ low: -majority.strength.high, high: -majority.strength.low })
    expect(majority.strength.low > 0).toBe(majority.probability > 0.975)
  })

  test('is unknown where nobody compared', () => {
    const { theta, low, high } = majorityOf([], 'none').strength
    expect(theta).toBe(0)
    expect(low + high).toBeCloseTo(0, 9)
    expect(high).toBeGreaterThan(8)
  })
})
