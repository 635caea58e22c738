import fc from 'fast-check'
import { expect, test } from 'vitest'
import { risingPrices, TIE } from './rising-prices.ts'

test('takes what a full look at all prices would take, however prices rise in between', () => {
  const rounds = fc.array(fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 6, maxLength: 6 }), rounds, (start, rises) => {
      const prices = start.map((bound, at) => bound + (at % 2))
      const left = new Set(prices.keys())
      const queue = risingPrices(Float64Array.from(start), (candidate) => prices[candidate]!)
      for (const rise of rises) {
        const cheapest = [...left].reduce((best, candidate) =>
          prices[candidate]! < prices[best]! ? candidate : best,
        )
        expect(queue.take()).toMatchObject({ candidate: cheapest, price: prices[cheapest] })
        left.delete(cheapest)
        for (const candidate of left) prices[candidate]! += rise[candidate]!
      }
    }),
  )
})

test('prices that differ by less than rounding go to the earlier candidate', () => {
  const first = (...prices: readonly number[]) =>
    risingPrices(Float64Array.from(prices), (candidate) => prices[candidate]!).take()?.candidate
  expect(first(1 + TIE / 2, 1)).toBe(0)
  expect(first(1 + 3 * TIE, 1)).toBe(1)
})

test('what can no longer be had is never taken', () => {
  const prices = [1, 2, 3]
  const queue = risingPrices(
    Float64Array.of(1, 2, Number.POSITIVE_INFINITY),
    (candidate) => prices[candidate]!,
  )
  prices[0] = Number.POSITIVE_INFINITY
  expect(queue.take()?.candidate).toBe(1)
  expect(queue.take()).toBeNull()
})
