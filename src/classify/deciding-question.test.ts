import { describe, expect, test } from 'vitest'
import { judgesToSettle, MOST_JUDGES } from './deciding-question.ts'
import { registerOf } from './register.ts'
import { statement, told, toldCase, toldCases, toldMap } from './told.case.ts'

const GOOD = new Float64Array([0.9, 0.05, 0.05, 0.05, 0.9, 0.05, 0.05, 0.05, 0.9])
const FAIR = new Float64Array([0.7, 0.15, 0.15, 0.15, 0.7, 0.15, 0.15, 0.15, 0.7])
const NOISE = new Float64Array(9).fill(1 / 3)

describe('how many more judges would probably settle a cell', () => {
  test('fewer where more is known', () => {
    expect(judgesToSettle([0.93, 0.04, 0.03], GOOD)).toBe(1)
    // By hand: one leaves at most .9; two agree with probability .9² + 2 × .05² = .815, and then reach .994.
    expect(judgesToSettle([1 / 3, 1 / 3, 1 / 3], GOOD)).toBe(2)
    expect(judgesToSettle([0.5, 0.5, 0], GOOD)).toBe(2)
  })

  test('more where judges are worse, and no end where they guess', () => {
    expect(judgesToSettle([1 / 3, 1 / 3, 1 / 3], FAIR)).toBeGreaterThan(3)
    expect(judgesToSettle([1 / 3, 1 / 3, 1 / 3], NOISE)).toBe(MOST_JUDGES)
  })
})

describe('the question that would settle a statement', () => {
  const questionOf = (does: readonly (readonly [string, string])[]) => {
    const cases = does.map(([tells, hides], at) =>
      toldCase(`${at + 1}`, [
        { name: 'tells', does: tells },
        { name: 'hides', does: hides },
        { name: 'absent', kind: 'absent', does: '' },
      ]),
    )
    const listening = told({ statements: [statement('candour')], ...toldCases(...cases) })
    return registerOf(listening, toldMap({})).entries[0]!
  }

  test('a second case, when there is one', () => {
    expect(questionOf([['+candour', '-candour']]).question).toEqual({
      kind: 'describe-a-case',
      asks: 'Describe another situation in which “Be about candour” makes a difference: one alone does not tell.',
    })
  })

  test('the open cell that somebody has already judged, before one that nobody has', () => {
    const entry = questionOf([
      ['+candour', '-candour'],
      ['?+candour', ''],
    ])
    expect(entry.standing).toBe('undetermined')
    expect(entry.question).toMatchObject({ kind: 'judge-a-cell', case: '2', response: 'tells' })
    expect(entry.question?.asks).toMatch(
      /^In the case “Case 2”, does the response “It does tells” honour “Be about candour”\? \d+ more judges? would probably settle it\.$/,
    )
  })

  test('of two cells as cheap, the one that more likely bears on it', () => {
    const entry = questionOf([
      ['+candour', '0candour'],
      ['?+candour', '?0candour'],
    ])
    expect(entry.question).toMatchObject({ kind: 'judge-a-cell', response: 'tells' })
  })

  test('never a cell that is sure, nor one in which nothing acts', () => {
    const { question } = questionOf([
      ['+candour', '-candour'],
      ['-candour', ''],
    ])
    expect(question).toMatchObject({ kind: 'judge-a-cell', case: '2', response: 'hides' })
  })

  test('where every cell is sure, a response that would honour it', () => {
    const { question } = questionOf([
      ['+candour', '-candour'],
      ['-candour', '0candour'],
    ])
    expect(question).toEqual({
      kind: 'describe-a-case',
      asks: 'In the case “Case 2”, what could be said or done that honours “Be about candour”?',
    })
  })
})
