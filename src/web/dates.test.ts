import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, dayAfter, span } from './dates.ts'

test('a span lands on the last day of a month that is too short', () => {
  expect(dayAfter('2024-08-31', 'P6M')).toBe('2025-02-28')
  expect(dayAfter('2023-08-31', 'P6M')).toBe('2024-02-29')
})

test('weeks are days', () => {
  expect(dayAfter('2026-12-28', 'P1W')).toBe('2027-01-04')
  expect(span('P2W')).toBe('14 days')
})

test('what cannot be read stays as it is and gives no day', () => {
  for (const strange of ['', 'P', 'PT1H', '6M', 'P1Y\nP2Y', '<b>']) {
    expect(span(strange)).toBe(strange)
    expect(dayAfter('2026-06-03', strange)).toBeNull()
  }
  expect(day('2026-13-01')).toBe('2026-13-01')
  expect(dayAfter('yesterday', 'P6M')).toBeNull()
})

test('so many days later are so many days later, over every month and leap year', () => {
  const dates = fc.date({
    min: new Date('1970-01-01'),
    max: new Date('2400-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(dates, fc.nat(9999), (at, days) => {
      const later = dayAfter(at.toISOString(), `P${days}D`)
      const midnight = Date.parse(at.toISOString().slice(0, 10))
      expect(Date.parse(later ?? '')).toBe(midnight + days * 86_400_000)
    }),
  )
})
