import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fisherExact } from './fisher.ts'

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)

/** Every table with these margins, one by one. */
function counted([a, n]: readonly [number, number], [b, m]: readonly [number, number]): number {
  const yes = a + b
  const ways = Array.from({ length: yes + 1 }, (_, x) =>
    x > n || yes - x > m ? 0 : choose(n, x) * choose(m, yes - x),
  )
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return sum(ways.filter((way) => way <= ways[a]! * (1 + 1e-7))) / sum(ways)
}

const cell = fc.nat(12).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))

describe('the exact test of two shares', () => {
  test('the lady who tasted tea: three of four cups right', () => {
    expect(fisherExact([3, 4], [1, 4])).toBeCloseTo(34 / 70, 12)
  })

  test('equals the count of all tables', () => {
    fc.assert(
      fc.property(cell, cell, (here, there) => {
        expect(fisherExact(here, there)).toBeCloseTo(counted(here, there), 9)
      }),
    )
  })

  test('nobody asked: nothing is surprising; large and lopsided counts stay numbers above 0', () => {
    expect(fisherExact([0, 0], [3, 9])).toBe(1)
    expect(fisherExact([50_000, 50_000], [0, 50_000])).toBe(1e-300)
    expect(fisherExact([25_000, 50_000], [25_000, 50_000])).toBeCloseTo(1, 9)
    expect(fisherExact([25_250, 50_000], [24_750, 50_000])).toBeCloseTo(0.0016, 4)
  })
})
