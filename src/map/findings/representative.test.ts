import { describe, expect, test } from 'vitest'
import { id, type Tally } from '../../kernel/index.ts'
import { MOST_PER_GROUP, representativeOf } from './representative.ts'
import type { StatementTally } from './support.ts'

/** Agree and disagree of how many who saw it, for each group. */
type Counts = readonly [agree: number, disagree: number, seen: number]

const tally = (statement: string, ...groups: readonly Counts[]): StatementTally => ({
  statement: id(statement),
  overall: NOBODY,
  groups: new Map(
    groups.map(([agree, disagree, seen], at) => [
      id(`${at}`),
      { agree, disagree, pass: seen - agree - disagree },
    ]),
  ),
})
const NOBODY: Tally = { agree: 0, pass: 0, disagree: 0 }
const of = (group: string, tallies: readonly StatementTally[]) =>
  representativeOf(tallies).filter((one) => one.group === group)

describe('what speaks for a group', () => {
  // Statements 41 and 31 of a published conversation, with Polis' own figures.
  const published = [
    tally('41', [14, 0, 15], [0, 8, 13], [4, 3, 17]),
    tally('31', [11, 2, 15], [3, 19, 26], [13, 7, 27]),
  ]

  test('the figures of Polis, for and against', () => {
    expect(of('0', published)[0]).toEqual({
      group: '0',
      statement: '41',
      direction: 'agree',
      ratio: expect.closeTo(5.647058823529412, 14),
      ownZ: expect.closeTo(3.5, 14),
      differenceZ: expect.closeTo(5.100021, 6),
    })
    expect(of('1', published)).toContainEqual({
      group: '1',
      statement: '31',
      direction: 'disagree',
      ratio: expect.closeTo(3.142857142857143, 14),
      ownZ: expect.closeTo(2.501851166488378, 14),
      differenceZ: expect.closeTo(4.182099, 6),
    })
  })

  test('five at most, agreements first, the most telling agreement at the head', () => {
    const tallies = [
      ...[10, 11, 12, 13].map((more) => tally(`a${more}`, [more, 0, 14], [2, 12, 14])),
      ...[10, 11, 12, 13].map((more) => tally(`d${more}`, [0, more, 14], [12, 2, 14])),
    ]
    const listed = of('0', tallies).map(({ statement }) => statement)
    expect(listed).toHaveLength(MOST_PER_GROUP)
    expect(listed).toEqual(['a13', 'a12', 'a11', 'd13', 'd12'])
  })

  test('a clear agreement heads the list even where the others agree as much', () => {
    const listed = of('0', [
      tally('shared', [14, 0, 14], [14, 0, 14]),
      tally('against', [0, 13, 14], [13, 0, 14]),
    ])
    expect(listed.map(({ statement }) => statement)).toEqual(['shared', 'against'])
  })

  test('the head is what tells the group apart, once something does; never what nobody there answered', () => {
    const telling = tally('telling', [10, 2, 14], [2, 10, 14])
    const shared = tally('shared', [14, 0, 14], [14, 0, 14])
    const unseen = tally('unseen', [0, 0, 0], [0, 90, 90])
    expect(of('0', [telling, shared, unseen]).map(({ statement }) => statement)).toEqual(['telling'])
  })

  test('if nothing qualifies, the single most telling statement', () => {
    const listed = of('0', [tally('weak', [1, 3, 7], [3, 1, 7]), tally('weaker', [1, 2, 7], [2, 1, 7])])
    expect(listed).toMatchObject([{ statement: 'weak', direction: 'disagree' }])
  })

  test('a gate is a gate: ownZ and differenceZ must both exceed 1.2816', () => {
    const head = tally('head', [14, 0, 14], [0, 14, 14])
    const same = tally('same', [0, 14, 14], [0, 14, 14])
    const minority = tally('minority', [4, 4, 14], [14, 0, 14])
    expect(of('0', [head, same, minority]).map(({ statement }) => statement)).toEqual(['head'])
  })

  test('the gate lies between a z of 1.15 and one of 1.41', () => {
    const head = tally('head', [14, 0, 14], [0, 14, 14])
    const above = tally('above', [5, 2, 7], [0, 7, 7])
    const below = tally('below', [7, 4, 11], [0, 11, 11])
    const listed = of('0', [head, above, below])
    expect(listed.map(({ statement }) => statement)).toEqual(['head', 'above'])
    expect(listed[1]?.ownZ).toBeCloseTo(Math.SQRT2, 12)
  })

  test('everybody on one side is no difference, and no groups say nothing', () => {
    const [only] = of('0', [tally('all', [5, 0, 5], [5, 0, 5])])
    expect(only?.differenceZ).toBe(0)
    expect(representativeOf([tally('none')])).toEqual([])
    expect(representativeOf([])).toEqual([])
  })
})
