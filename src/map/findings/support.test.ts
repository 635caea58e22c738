import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GroupId, id, type ParticipantId, seen, wilson } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import { membershipOf } from '../groups/membership.ts'
import { type Answer, anyAnswers, listeningOf } from '../listening.case.ts'
import { matrixOf } from '../votes/matrix.ts'
import { pooledSharesOf } from './pooled-shares.ts'
import { supportOf, talliesOf } from './support.ts'

const ANSWERS: Answer[] = [
  ['1', 's', 'agree'],
  ['2', 's', 'agree'],
  ['3', 's', 'pass'],
  ['4', 's', 'disagree'],
]
const GROUPS = new Map<ParticipantId, GroupId>([
  [id('1'), id('A')],
  [id('3'), id('A')],
  [id('4'), id('B')],
  [id('9'), id('C')],
])

const talliesFrom = (listening: Listening, groups: ReadonlyMap<ParticipantId, GroupId>) => {
  const matrix = matrixOf(listening)
  return talliesOf(matrix, membershipOf(matrix, groups))
}

const supportFrom = (listening: Listening, groups: ReadonlyMap<ParticipantId, GroupId>) => {
  const tallies = talliesFrom(listening, groups)
  return supportOf(tallies, membershipOf(matrixOf(listening), groups), pooledSharesOf(tallies))
}

describe('support', () => {
  test('counts everybody overall, members in their groups, and nobody in a group that did not see it', () => {
    expect(talliesFrom(listeningOf(ANSWERS), GROUPS)).toEqual([
      {
        statement: 's',
        overall: { agree: 2, pass: 1, disagree: 1 },
        groups: new Map([
          ['A', { agree: 1, pass: 1, disagree: 0 }],
          ['B', { agree: 0, pass: 0, disagree: 1 }],
          ['C', { agree: 0, pass: 0, disagree: 0 }],
        ]),
      },
    ])
  })

  test('is a share of those who saw it, with its interval', () => {
    const [support] = supportFrom(listeningOf(ANSWERS), GROUPS)
    expect(support?.overall).toMatchObject({ agree: wilson(2, 4), disagree: wilson(1, 4) })
    expect(support?.groups.get(id('A'))).toMatchObject({ agree: wilson(1, 2), disagree: wilson(0, 2) })
    expect(support?.groups.get(id('C'))?.agree).toMatchObject({ low: 0, high: 1, n: 0 })
  })

  test('a statement nobody saw is listed, and says nothing', () => {
    const listening = listeningOf(ANSWERS, [{ id: 'unseen' }])
    const unseen = supportFrom(listening, GROUPS).find(({ statement }) => statement === 'unseen')
    expect(unseen?.overall.agree).toMatchObject({ low: 0, high: 1, n: 0 })
  })

  test('says who did not see it, and how far they could move a share of everybody', () => {
    const answers: Answer[] = [...ANSWERS, ['5', 't', 'agree'], ['1', 't', 'pass']]
    const [support] = supportFrom(listeningOf(answers), new Map([...GROUPS, [id('5'), id('A')]]))
    expect(support?.overall.unseen).toEqual({
      people: 1,
      agree: { atLeast: 2 / 5, atMost: 3 / 5 },
      disagree: { atLeast: 1 / 5, atMost: 2 / 5 },
    })
    expect(support?.groups.get(id('A'))?.unseen).toMatchObject({
      people: 1,
      agree: { atLeast: 1 / 3, atMost: 2 / 3 },
    })
    expect(support?.groups.get(id('C'))?.unseen.agree).toEqual({ atLeast: 0, atMost: 1 })
  })

  test('every answer is counted once', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const matrix = matrixOf(listeningOf(answers))
        const groups = new Map(matrix.participants.map((person, row) => [person, id<'group'>(`${row % 3}`)]))
        const tallies = talliesOf(matrix, membershipOf(matrix, groups))
        expect(tallies.reduce((sum, { overall }) => sum + seen(overall), 0)).toBe(answers.length)
        for (const { overall, groups: own } of tallies)
          expect([...own.values()].reduce((sum, tally) => sum + seen(tally), 0)).toBe(seen(overall))
      }),
    )
  })
})
