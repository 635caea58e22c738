import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counts, howMany, openCounts } from './open-counts.ts'

const counts = fc
  .tuple(fc.nat(6), fc.nat(6))
  .map(([a, b]): Counts => ({ low: Math.min(a, b), high: Math.max(a, b) }))

const each = ({ low, high }: Counts): number[] => Array.from({ length: high - low + 1 }, (_, at) => low + at)

test('says exactly what trying every combination finds', () => {
  fc.assert(
    fc.property(counts, fc.array(counts, { minLength: 1, maxLength: 4 }), (total, parts) => {
      const fitting = parts
        .reduce<number[][]>(
          (tables, part) => tables.flatMap((table) => each(part).map((count) => [...table, count])),
          [[]],
        )
        .filter((table) => {
          const sum = table.reduce((a, b) => a + b, 0)
          return sum >= total.low && sum <= total.high
        })
      const found = openCounts(total, parts)
      for (const [at] of parts.entries()) {
        const tried = new Set(fitting.map((table) => table[at]))
        expect(howMany(found[at] as Counts)).toBe(tried.size)
        for (const count of tried) expect(count).toBeGreaterThanOrEqual(found[at]?.low ?? Number.NaN)
      }
    }),
  )
})
