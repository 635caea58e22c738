import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tally } from '../../kernel/index.ts'
import { wordsOf } from '../reading.case.ts'
import { Stacked } from './stacked.tsx'

const stacked = (tally: Tally, people: number): string => String(<Stacked tally={tally} people={people} />)

const widthsOf = (html: string): readonly number[] =>
  [...html.matchAll(/--w:([\d.]+)/g)].map(([, width]) => Number(width))

describe('answers as a bar', () => {
  test('agree, pass, disagree, and blank for who did not see it', () => {
    const html = stacked({ agree: 50, pass: 10, disagree: 20 }, 200)
    expect(widthsOf(html)).toEqual([25, 5, 10])
    expect(wordsOf(html)).toBe('63 % of 80')
    expect(html).toContain('role="img" aria-label="63 % agree, 13 % pass, 25 % disagree"')
  })

  test('of fewer than twenty people is not shown, and says how many there are', () => {
    const html = stacked({ agree: 19, pass: 0, disagree: 0 }, 600)
    expect(html).not.toContain('--w')
    expect(wordsOf(html)).toBe('Not shown 19 asked, we need 20')
    expect(stacked({ agree: 20, pass: 0, disagree: 0 }, 600)).toContain('--w')
  })

  test('never overflows, even where more saw it than are counted in the group', () => {
    const count = fc.integer({ min: 0, max: 500 })
    fc.assert(
      fc.property(count, count, count, count, (agree, pass, disagree, people) => {
        const total = widthsOf(stacked({ agree, pass, disagree }, people)).reduce(
          (sum, width) => sum + width,
          0,
        )
        expect(total).toBeLessThanOrEqual(100.2)
      }),
    )
  })
})
