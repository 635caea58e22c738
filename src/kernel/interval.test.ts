import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beta, clopperPearson, wilson } from './interval.ts'

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('intervals of a share', () => {
  test('published values', () => {
    // Wilson 1927 as tabulated by Newcombe 1998, Statist. Med. 17:857-872, table I.
    expect(wilson(81, 263)).toMatchObject({ low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) })
    expect(wilson(15, 148)).toMatchObject({ low: expect.closeTo(0.0624, 4), high: expect.closeTo(0.1605, 4) })
    expect(wilson(0, 20)).toMatchObject({ low: 0, high: expect.closeTo(0.1611, 4) })
    expect(wilson(1, 29)).toMatchObject({ low: expect.closeTo(0.0061, 4), high: expect.closeTo(0.1718, 4) })
    expect(clopperPearson(81, 263)).toMatchObject({
      low: expect.closeTo(0.2527, 4),
      high: expect.closeTo(0.3676, 4),
    })
    expect(clopperPearson(15, 148)).toMatchObject({
      low: expect.closeTo(0.0578, 4),
      high: expect.closeTo(0.1617, 4),
    })
    expect(clopperPearson(1, 29)).toMatchObject({
      low: expect.closeTo(0.0009, 4),
      high: expect.closeTo(0.1776, 4),
    })
  })

  test('nobody asked means nothing known', () => {
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1, n: 0 })
    expect(clopperPearson(0, 0)).toMatchObject({ low: 0, high: 1, n: 0 })
  })

  test.each([
    wilson,
    clopperPearson,
    beta,
  ])('%o holds its own estimate and stays within 0 and 1', (interval) => {
    fc.assert(
      fc.property(counts, ([yes, n]) => {
        const { low, estimate, high } = interval(yes, n)
        return 0 <= low && low <= estimate && estimate <= high && high <= 1
      }),
    )
  })

  test('the complement of a share has the mirrored interval', () => {
    fc.assert(
      fc.property(counts, ([yes, n]) => {
        const one = clopperPearson(yes, n)
        const other = clopperPearson(n - yes, n)
        return Math.abs(one.low - (1 - other.high)) < 1e-9
      }),
    )
  })

  test('the exact interval covers at least what it says, at every share', () => {
    const n = 20
    const covered = (share: number) => {
      let total = 0
      for (let yes = 0; yes <= n; yes++) {
        const { low, high } = clopperPearson(yes, n)
        if (low <= share && share <= high) total += binomial(n, yes) * share ** yes * (1 - share) ** (n - yes)
      }
      return total
    }
    for (let share = 0.01; share < 1; share += 0.01) expect(covered(share)).toBeGreaterThanOrEqual(0.95)
  })

  test('a count outside its range is a programmer’s mistake', () => {
    expect(() => wilson(3, 2)).toThrow('0..2')
    expect(() => beta(1, 2, { yes: 0, no: 1 })).toThrow('positive')
  })
})

function binomial(n: number, k: number): number {
  let value = 1
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i
  return value
}
