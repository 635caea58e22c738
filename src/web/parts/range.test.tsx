import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { Range } from './range.tsx'

const range = (low: number, estimate: number, high: number, of = 8): string =>
  String(
    <Range interval={{ low, estimate, high }} of={of} group={id<'group'>('B')}>
      in words
    </Range>,
  )

const placesOf = (html: string): readonly number[] =>
  [...html.matchAll(/--(?:lo|at|hi):([\d.]+)/g)].map(([, at]) => Number(at))

describe('a range', () => {
  test('is placed in hundredths of the whole, and said in words', () => {
    expect(range(2, 4, 6)).toBe(
      '<span class="iv" style="--lo:25.0;--hi:75.0;--at:50.0;--c:var(--g-b)"></span><span class="num">in words</span>',
    )
  })

  test('never leaves its line, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (ends) => {
          const [low = 0, estimate = 0, high = 0] = ends.sort((a, b) => a - b)
          for (const at of placesOf(range(low, estimate, high))) {
            expect(at).toBeGreaterThanOrEqual(0)
            expect(at).toBeLessThanOrEqual(100)
          }
        },
      ),
    )
  })

  test('of no group, or of one beyond six, has no colour of its own', () => {
    for (const group of [null, id<'group'>('G')])
      expect(
        String(<Range interval={{ low: 0, estimate: 1, high: 2 }} of={2} group={group} />),
      ).not.toContain('--c')
  })
})
