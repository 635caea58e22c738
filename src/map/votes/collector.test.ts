import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Sign, signOf, utf8, voteOf } from '../../kernel/index.ts'
import { type Answer, anyAnswers, listeningOf } from '../listening.case.ts'
import { voteCollector } from './collector.ts'
import { matrixOf } from './matrix.ts'

type Put = readonly [participant: string, statement: string, vote: Sign | null, at?: number]

function collected(answers: readonly Put[]) {
  const collector = voteCollector()
  for (const [participant, statement, vote, at = 0] of answers)
    collector.put({
      participant: collector.participants.numberOf(utf8(participant), 0, utf8(participant).length),
      statement: collector.statements.numberOf(utf8(statement), 0, utf8(statement).length),
      vote,
      at,
    })
  return collector.finish()
}

const putOf = ([participant, statement, vote]: Answer): Put => [participant, statement, signOf(vote)]

test('collects the matrix that a Listening of the same votes has, to the last bit', () => {
  fc.assert(
    fc.property(anyAnswers, fc.infiniteStream(fc.nat()), (answers, keys) => {
      const shuffled = answers
        .map((answer) => ({ answer, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ answer }) => answer)
      expect(collected(shuffled.map(putOf))).toStrictEqual(matrixOf(listeningOf(answers)))
    }),
  )
})

test('the latest answer counts, of equally late ones the last, and what is taken back is gone', () => {
  const anyPut = fc.tuple(
    fc.constantFrom('a', 'b', '10', '9'),
    fc.constantFrom('x', '2', '10'),
    fc.constantFrom<Sign | null>(1, 0, -1, null),
    fc.nat(3),
  )
  fc.assert(
    fc.property(fc.array(anyPut, { maxLength: 40 }), (puts) => {
      const latest = new Map<string, Put>()
      for (const put of puts) {
        const key = `${put[0]} ${put[1]}`
        if (put[3] >= (latest.get(key)?.[3] ?? 0)) latest.set(key, put)
      }
      const left = [...latest.values()].flatMap(([participant, statement, vote]): Answer[] =>
        vote === null ? [] : [[participant, statement, voteOf(vote)]],
      )
      expect(collected(puts)).toStrictEqual(matrixOf(listeningOf(left)))
    }),
  )
})

test('a person with more answers than are sorted by hand, and more answers than one piece holds', () => {
  const many = Array.from(
    { length: 140_000 },
    (_, at): Put => [`p${at % 2}`, `${(7 * at) % 70_001}`, at % 3 === 0 ? 1 : -1],
  )
  const { people, columns, vote, rowStart } = collected(many)
  expect([people, columns, vote.length, rowStart.length]).toEqual([2, 70_001, 140_000, 3])
})
