import { describe, expect, test } from 'vitest'
import { FOUR_GROUPS, normalQuantile, populationOf } from '../../kernel/index.ts'
import { anyVotes } from '../kernels/kernels.case.ts'
import type { Votes } from '../votes/matrix.ts'
import { objectiveOf } from './objective.ts'
import { bridgingScoresOf } from './scores.ts'

/** What one statement's equations say, without one of those who answered it. */
function solved(
  answers: readonly { readonly f: number; readonly y: number }[],
  penalty: readonly [number, number],
) {
  const sum = (term: (one: (typeof answers)[number]) => number) =>
    answers.reduce((all, one) => all + term(one), 0)
  const a = answers.length + penalty[0]
  const b = sum(({ f }) => f)
  const d = sum(({ f }) => f * f) + penalty[1]
  const [p, q] = [sum(({ y }) => y), sum(({ f, y }) => f * y)]
  return [(d * p - b * q) / (a * d - b * b), (a * q - b * p) / (a * d - b * b)] as const
}

describe('the interval of a bridging score', () => {
  test('adds up how far it moves when each answer is left out, of its person and of its statement', () => {
    const votes = anyVotes(30, 6, 'left out')
    const { parameters, variance } = bridgingScoresOf(votes)
    const { person, statement, people: count } = objectiveOf(votes)
    const mean = parameters.at(-1)!
    const people = peopleOf(votes, parameters, [person.intercept, person.factor])
    const factors = people.filter(({ answers }) => answers.length > 0).map(({ factor }) => factor)
    const middle = factors.reduce((sum, f) => sum + f, 0) / count
    const spread = factors.reduce((sum, f) => sum + (f - middle) ** 2, 0) / count
    for (let column = 0; column < votes.columns; column++) {
      const answers = people.flatMap((one) =>
        one.answers
          .filter((answer) => answer.column === column)
          .map(({ r, f }) => {
            const others = one.answers.filter((answer) => answer.column !== column)
            const [i, g] = solved(others, [person.intercept, person.factor])
            const own = parameters[2 * column]!
            return { f: one.factor, y: r - mean - one.intercept, unforeseen: r - mean - own - i - g * f }
          }),
      )
      const penalty = [statement.intercept, statement.factor] as const
      const [all, factor] = solved(answers, penalty)
      const moved = answers.map((left) => {
        const without = solved(
          answers.filter((answer) => answer !== left),
          penalty,
        )
        // The same move, were the answer's error the one that its person's other answers leave.
        return ((all - without[0]) * left.unforeseen) / (left.y - all - factor * left.f)
      })
      const expected = moved.reduce((sum, one) => sum + one * one, 0) + (factor ** 2 * spread) / count
      expect(variance[column]).toBeCloseTo(expected, 5)
    }
  })

  test('holds the score of the whole population 19 times in 20, with few answers too', () => {
    const plan = { ...FOUR_GROUPS, people: 8000, statements: 60, answers: { fewest: 10, most: 30 } }
    const { votes } = populationOf(plan, 'bridging/coverage')
    const truth = bridgingScoresOf(votes).intercept
    const z = normalQuantile(0.975)
    const held = Array.from({ length: 20 }, (_, sample) => {
      const { intercept, variance, answered } = bridgingScoresOf(rowsFrom(votes, 200 * sample, 200))
      return [...truth.keys()]
        .filter((column) => answered[column]! >= 5)
        .map((column) => Math.abs(intercept[column]! - truth[column]!) < z * Math.sqrt(variance[column]!))
    }).flat()
    const share = held.filter(Boolean).length / held.length
    expect(held.length).toBeGreaterThan(1000)
    expect(share).toBeGreaterThan(0.93)
    expect(share).toBeLessThan(0.975)
  })
})

function peopleOf(votes: Votes, parameters: Float64Array, penalty: readonly [number, number]) {
  return Array.from({ length: votes.people }, (_, row) => {
    const answers = Array.from({ length: votes.rowStart[row + 1]! - votes.rowStart[row]! }, (_, at) => {
      const entry = votes.rowStart[row]! + at
      const column = votes.statement[entry]!
      const r = (votes.vote[entry]! + 1) / 2
      const f = parameters[2 * column + 1]!
      return { column, r, f, y: r - parameters.at(-1)! - parameters[2 * column]! }
    })
    const [intercept, factor] = solved(answers, penalty)
    return { answers, intercept, factor }
  })
}

function rowsFrom({ columns, rowStart, statement, vote }: Votes, from: number, people: number): Votes {
  const first = rowStart[from]!
  const last = rowStart[from + people]!
  return {
    people,
    columns,
    rowStart: rowStart.slice(from, from + people + 1).map((start) => start - first),
    statement: statement.subarray(first, last),
    vote: vote.subarray(first, last),
  }
}
