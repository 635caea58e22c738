import { describe, expect, test } from 'vitest'
import { id, type StatementId } from '../../kernel/index.ts'
import { type Answers, countsOf, eachAnswer, putAnswer, reconcile } from './polis-answers.ts'

/** Answers such as `1/2 agree`, with a time where there is one: `1/2 agree 5`. */
const answers = (...given: readonly string[]): Answers => {
  const all: Answers = new Map()
  for (const line of given) {
    const [, person = '', statement = '', vote, at] = /^(\d+)\/(\d+) (\w+) ?(\d*)$/.exec(line) ?? []
    putAnswer(all, id(person), id(statement), {
      vote: vote as 'agree' | 'pass' | 'disagree',
      at: at === '' ? null : Number(at),
    })
  }
  return all
}
const known = (...ids: readonly string[]) => new Map(ids.map((each) => [id<'statement'>(each), null]))
const written = (all: Answers): readonly string[] =>
  [...eachAnswer(all)].map(([person, statement, { vote, at }]) => `${person}/${statement} ${vote} ${at}`)

describe('two files of answers', () => {
  test('that agree give the votes, with their times, and no difference', () => {
    const { answers: both, ...differences } = reconcile(
      answers('1/2 agree 5'),
      answers('1/2 agree'),
      known('2'),
    )
    expect(written(both)).toEqual(['1/2 agree 5'])
    expect(differences).toEqual({ otherValue: 0, onlyInVotes: 0, onlyInMatrix: 0, onUnknownStatements: 0 })
  })

  test('that differ give the vote that was cast, and keep what only one of them has', () => {
    const merged = reconcile(
      answers('1/2 agree 5', '1/3 pass 6'),
      answers('1/2 disagree', '7/2 pass', '7/3 pass'),
      known('2', '3'),
    )
    expect(written(merged.answers)).toEqual(['1/2 agree 5', '1/3 pass 6', '7/2 pass null', '7/3 pass null'])
    expect(merged).toMatchObject({ otherValue: 1, onlyInVotes: 1, onlyInMatrix: 2 })
  })

  test('count an answer on an unknown statement once, also when both have it', () => {
    const merged = reconcile(answers('1/9 agree 5'), answers('1/9 agree', '2/9 pass'), known('2'))
    expect(written(merged.answers)).toEqual([])
    expect(merged).toMatchObject({ onUnknownStatements: 2, onlyInVotes: 0, onlyInMatrix: 0 })
  })

  test('of which one is missing do not differ', () => {
    expect(reconcile(null, answers('1/2 agree'), known('2'))).toMatchObject({ onlyInMatrix: 0 })
    expect(reconcile(answers('1/2 agree 5'), null, known('2'))).toMatchObject({ onlyInVotes: 0 })
  })
})

test('counts leave passes out, as comments.csv does', () => {
  const counts = countsOf(answers('1/2 agree', '3/2 pass', '4/2 disagree', '5/2 agree', '1/7 pass'))
  expect(counts).toEqual(
    new Map([
      [id('2') as StatementId, { agree: 2, disagree: 1 }],
      [id('7') as StatementId, { agree: 0, disagree: 0 }],
    ]),
  )
})
