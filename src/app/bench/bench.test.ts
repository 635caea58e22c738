import { expect, test } from 'vitest'
import { type BenchRow, isMet, median } from './bench.ts'

const row = (figure: number, target?: BenchRow['target']): BenchRow => ({
  what: 'x',
  figure,
  unit: 's',
  ...(target === undefined ? {} : { target }),
})

test('a figure meets its target, misses it, or has none', () => {
  expect(isMet(row(1, { atMost: 1 }))).toBe(true)
  expect(isMet(row(2, { atMost: 1 }))).toBe(false)
  expect(isMet(row(0.9, { atLeast: 0.93 }))).toBe(false)
  expect(isMet(row(Number.NaN, { atLeast: 0.93 }))).toBe(false)
  expect(isMet(row(1))).toBeNull()
})

test('the median stands in the middle', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
})
