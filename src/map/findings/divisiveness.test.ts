import { describe, expect, test } from 'vitest'
import { id, type Tally, wilson } from '../../kernel/index.ts'
import { divisivenessOf, sidesOf } from './divisiveness.ts'
import { pooledSharesOf } from './pooled-shares.ts'
import { NOBODY, type StatementTally, together } from './support.ts'

const tally = (statement: string, groups: Record<string, Tally>, overall?: Tally): StatementTally => ({
  statement: id(statement),
  overall: overall ?? Object.values(groups).reduce(together, NOBODY),
  groups: new Map(Object.entries(groups).map(([group, own]) => [id(group), own])),
})
const of = (agree: number, disagree: number, pass = 0): Tally => ({ agree, pass, disagree })
const divided = (...tallies: readonly StatementTally[]) => divisivenessOf(tallies, pooledSharesOf(tallies))

describe('divisiveness', () => {
  test('sides: the variance of plus and minus one, over the whole interval of the share', () => {
    expect(sidesOf({ estimate: 0.75, low: 0.6, high: 0.9 })).toEqual({
      estimate: 0.75,
      low: expect.closeTo(0.36, 12),
      high: expect.closeTo(0.96, 12),
    })
    expect(sidesOf({ estimate: 0.4, low: 0.3, high: 0.6 }).high).toBe(1)
    expect(sidesOf(wilson(0, 0))).toMatchObject({ low: 0, high: 1, n: 0 })
  })

  test('the widest gap first; passes take no side', () => {
    const [first, second] = divided(
      tally('alike', { A: of(15, 15, 10), B: of(15, 15), C: of(15, 15) }),
      tally('apart', { A: of(2, 30), B: of(28, 2), C: of(20, 20) }),
    )
    expect(first).toMatchObject({ statement: 'apart', gap: { most: 'B', least: 'A' } })
    expect(first?.gap?.difference.low).toBeGreaterThan(0.5)
    expect(second).toMatchObject({ statement: 'alike', sides: { estimate: 1, n: 90 } })
  })

  test('without groups no gap, and the most evenly divided first', () => {
    const listed = divided(tally('one voice', {}, of(20, 0)), tally('two', {}, of(10, 10)))
    expect(listed.map(({ statement, gap }) => [statement, gap])).toEqual([
      ['two', null],
      ['one voice', null],
    ])
  })

  test('a group of whom nobody saw it is at neither end; with one group left there is no gap', () => {
    const [three, two] = divided(
      tally('three', { A: of(9, 1), B: of(2, 8), C: NOBODY }),
      tally('two', { A: of(9, 1), B: NOBODY, C: NOBODY }),
    )
    expect(three?.gap).toMatchObject({ most: 'A', least: 'B' })
    expect(two?.gap).toBeNull()
  })
})
