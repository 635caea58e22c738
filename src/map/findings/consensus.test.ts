import { describe, expect, test } from 'vitest'
import { id, type Tally } from '../../kernel/index.ts'
import { consensusOf } from './consensus.ts'
import type { StatementTally } from './support.ts'

const tally = (statement: string, groups: Record<string, Tally>, overall = NOBODY): StatementTally => ({
  statement: id(statement),
  overall,
  groups: new Map(Object.entries(groups).map(([group, own]) => [id(group), own])),
})
const NOBODY = { agree: 0, pass: 0, disagree: 0 }

describe('consensus', () => {
  test('a published conversation: 13 of 14, 13 of 15 and 22 of 22 agree, and Polis says 0.6905637254901961', () => {
    const groups = {
      '0': { agree: 13, pass: 1, disagree: 0 },
      '1': { agree: 13, pass: 1, disagree: 1 },
      '2': { agree: 22, pass: 0, disagree: 0 },
    }
    const [agree, disagree] = consensusOf([tally('0', groups)])
    expect(agree).toEqual({
      statement: '0',
      direction: 'agree',
      score: expect.closeTo(0.6905637254901961, 15),
    })
    expect(disagree?.score).toBeCloseTo((1 / 16) * (2 / 17) * (1 / 24), 15)
  })

  test('one group that does not agree outweighs a large majority', () => {
    const everybody = { agree: 100, pass: 0, disagree: 0 }
    const against = { agree: 0, pass: 0, disagree: 10 }
    const lukewarm = { agree: 7, pass: 3, disagree: 0 }
    const [first] = consensusOf([
      tally('split', { A: everybody, B: against }),
      tally('shared', { A: lukewarm, B: lukewarm }),
    ])
    expect(first).toMatchObject({ statement: 'shared', direction: 'agree' })
  })

  test('strongest first, ties by id, and agree before disagree', () => {
    const even = { agree: 2, pass: 0, disagree: 2 }
    const listed = consensusOf([
      tally('10', { A: even }),
      tally('9', { A: even }),
      tally('x', { A: { ...even, agree: 3 } }),
    ])
    expect(listed.map(({ statement, direction }) => `${statement} ${direction}`)).toEqual([
      'x agree',
      '9 agree',
      '9 disagree',
      '10 agree',
      '10 disagree',
      'x disagree',
    ])
  })

  test('without groups everybody counts as one', () => {
    const [first] = consensusOf([tally('1', {}, { agree: 3, pass: 0, disagree: 0 })])
    expect(first?.score).toBe(4 / 5)
  })
})
