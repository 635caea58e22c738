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
      const prices = [...start]
      const left = new Set(prices.keys())
      const queue = risingPrices(prices.length, (candidate) => prices[candidate]!)
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
  expect(risingPrices(2, (candidate) => [1 + TIE / 2, 1][candidate]!).take()?.candidate).toBe(0)
  expect(risingPrices(2, (candidate) => [1 + 3 * TIE, 1][candidate]!).take()?.candidate).toBe(1)
})

test('what can no longer be had is never taken', () => {
  let prices = [1, 2]
  const queue = risingPrices(2, (candidate) => prices[candidate]!)
  prices = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  queue.take() // priced in this very round, so still had
  expect(queue.take()).toBeNull()
})
