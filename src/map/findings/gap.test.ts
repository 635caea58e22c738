import { describe, expect, test } from 'vitest'
import { beta, id } from '../../kernel/index.ts'
import { gapOf } from './gap.ts'

const NAMES = ['A', 'B', 'C'].map(id<'group'>)

describe('the gap between groups', () => {
  const shares = [beta(6, 20), beta(18, 20), beta(0, 0)]

  test('of shares that know nothing of each other: their variances add up', () => {
    const covariances = Float64Array.of(0.01, 0, 0, 0, 0.0125, 0, 0, 0, 0.08)
    const gap = gapOf(NAMES, { shares, covariances })!
    expect([gap.most, gap.least]).toEqual(['B', 'A'])
    const half = 1.959964 * 0.15
    expect(gap.difference.estimate).toBeCloseTo(shares[1]!.estimate - shares[0]!.estimate, 12)
    expect(gap.difference.low).toBeCloseTo(gap.difference.estimate - half, 6)
    expect(gap.difference.high).toBeCloseTo(gap.difference.estimate + half, 6)
    expect(gap.difference.n).toBe(20)
  })

  test('of shares that rise and fall together: what they have in common makes no difference', () => {
    const covariances = Float64Array.of(0.01, 0.01, 0, 0.01, 0.01, 0, 0, 0, 0.08)
    const { low, estimate, high } = gapOf(NAMES, { shares, covariances })!.difference
    expect([low, high]).toEqual([estimate, estimate])
  })

  test('stays within −1 and 1; a group of whom nobody saw it is at neither end', () => {
    const far = {
      shares: [beta(0, 3), beta(3, 3), beta(0, 0)],
      covariances: new Float64Array(9).fill(1, 0, 1),
    }
    expect(gapOf(NAMES, far)!.difference).toMatchObject({ high: 1 })
    expect(gapOf(NAMES, { ...far, shares: [beta(0, 0), beta(3, 3), beta(0, 0)] })).toBeNull()
  })
})
