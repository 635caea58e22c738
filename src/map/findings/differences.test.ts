import { describe, expect, test } from 'vitest'
import { chance, id, type Tally } from '../../kernel/index.ts'
import { differencesOf, differs } from './differences.ts'
import { fisherExact } from './fisher.ts'
import type { StatementTally } from './support.ts'

const tally = (statement: string, groups: Record<string, Tally>): StatementTally => ({
  statement: id(statement),
  overall: { agree: 0, pass: 0, disagree: 0 },
  groups: new Map(Object.entries(groups).map(([group, own]) => [id(group), own])),
})
const of = (agree: number, disagree: number): Tally => ({ agree, pass: 0, disagree })

describe('differences between a group and the others', () => {
  test('one group against all others together, agreement and rejection apart', () => {
    const { groups } = tally('s', { A: { agree: 8, pass: 2, disagree: 0 }, B: of(2, 8), C: of(3, 7) })
    expect(differs(groups, id('A'), 'agree')).toBeCloseTo(fisherExact([8, 10], [5, 20]), 12)
    expect(differs(groups, id('A'), 'disagree')).toBeCloseTo(fisherExact([0, 10], [15, 20]), 12)
  })

  test('many statements without a difference yield none, although one in twenty is surprising by itself', () => {
    const random = chance('no difference')
    const drawn = () => {
      const agree = Array.from({ length: 40 }).filter(() => random.uniform() < 0.5).length
      return of(agree, 40 - agree)
    }
    const tallies = Array.from({ length: 200 }, (_, s) => tally(`${s}`, { A: drawn(), B: drawn() }))
    const alone = tallies.filter(({ groups }) => differs(groups, id('A'), 'agree') <= 0.05)
    const differences = differencesOf(tallies)
    const corrected = tallies.filter(({ statement }) => differences(statement, id('A'), 'agree') <= 0.05)
    expect(alone.length).toBeGreaterThan(2)
    expect(corrected).toHaveLength(0)
  })

  test('a difference that is there stays, in both groups', () => {
    const differences = differencesOf([
      tally('split', { A: of(30, 2), B: of(3, 30) }),
      tally('same', { A: of(9, 9), B: of(9, 9) }),
    ])
    expect(differences(id('split'), id('A'), 'agree')).toBeLessThan(1e-8)
    expect(differences(id('split'), id('B'), 'disagree')).toBeLessThan(1e-8)
    expect(differences(id('same'), id('A'), 'agree')).toBe(1)
  })
})
