import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bridgingSums, singleThread } from '../engine/index.ts'
import { kernelsFor } from '../kernels/index.ts'
import { anyVotes } from '../kernels/kernels.case.ts'
import { listeningOf } from '../listening.case.ts'
import { matrixOf, type Votes } from '../votes/matrix.ts'
import { itemsOf } from './fit.ts'
import { leastLoss, lossOf, type Model, slopesOf } from './model.case.ts'
import { objectiveOf, statementsCost } from './objective.ts'
import { bridgingScoresOf, FROM_THE_VOTES } from './scores.ts'
import { solvedStatements } from './statements.ts'

const EXACT = { ...FROM_THE_VOTES, tolerance: 1e-16 }

/** The whole model behind some scores: everybody's own parameters follow from the statements'. */
function modelOf(votes: Votes, parameters: Float64Array): Model {
  const { person } = objectiveOf(votes)
  const people = Array.from({ length: votes.people }, (_, row): [number, number] => {
    if (votes.rowStart[row] === votes.rowStart[row + 1]) return [0, 0]
    const sums = kernelsFor(votes).bridgingSums(
      { votes, from: row, to: row + 1 },
      itemsOf(parameters),
      person,
    )
    const cell = 4 * votes.statement[votes.rowStart[row]!]!
    return [sums[cell + 2]!, sums[cell]!]
  })
  const statements = Array.from({ length: votes.columns }, (_, column): [number, number] => [
    parameters[2 * column]!,
    parameters[2 * column + 1]!,
  ])
  return { mean: parameters.at(-1)!, people, statements }
}

const someVotes = fc
  .record({
    people: fc.integer({ min: 1, max: 10 }),
    columns: fc.integer({ min: 1, max: 6 }),
    seed: fc.string(),
  })
  .map(({ people, columns, seed }) => anyVotes(people, columns, seed))
  .filter(({ vote }) => vote.length > 0)

describe('the bridging model', () => {
  test('one agreement is shared between μ, person and statement; what a factor explains costs less', () => {
    // 1 − 3x − g² = e, where e = 0.15 x pays for an intercept and e = 0.03 for a factor.
    const { intercept, factor, mean } = bridgingScoresOf(matrixOf(listeningOf([['u', 's', 'agree']])), EXACT)
    expect([mean, intercept[0], factor[0]]).toEqual(
      [0.2, 0.2, Math.sqrt(0.37)].map((x) => expect.closeTo(x, 6)),
    )
  })

  test('one pass is too little for a factor', () => {
    // ½ − 3x = 0.15 x leaves an error of .024, less than a factor's price of .03.
    const { intercept, factor } = bridgingScoresOf(matrixOf(listeningOf([['u', 's', 'pass']])), EXACT)
    expect([intercept[0], factor[0]]).toEqual([expect.closeTo(0.5 / 3.15, 6), expect.closeTo(0, 3)])
  })

  test('two people who differ on two statements lean to two sides, and neither statement bridges more', () => {
    // Means: ½ − 3x = 0.15 x. Sides: ½ − g² = 0.03.
    const { intercept, factor } = bridgingScoresOf(
      matrixOf(
        listeningOf([
          ['u', '1', 'agree'],
          ['u', '2', 'disagree'],
          ['w', '1', 'disagree'],
          ['w', '2', 'agree'],
        ]),
      ),
      EXACT,
    )
    expect([...intercept]).toEqual([expect.closeTo(0.5 / 3.15, 6), expect.closeTo(0.5 / 3.15, 6)])
    expect([...factor]).toEqual([expect.closeTo(Math.sqrt(0.47), 6), expect.closeTo(-Math.sqrt(0.47), 6)])
  })

  test('ends where the objective has no slope, and says the objective', () => {
    fc.assert(
      fc.property(someVotes, (votes) => {
        const { parameters, loss } = bridgingScoresOf(votes, EXACT)
        const model = modelOf(votes, parameters)
        expect(loss).toBeCloseTo(lossOf(votes, model), 12)
        for (const slope of slopesOf(votes, model)) expect(Math.abs(slope)).toBeLessThan(1e-5)
      }),
      { numRuns: 30 },
    )
  })

  test('finds no worse than the best of four starts, one parameter at a time', () => {
    for (const seed of ['a', 'b', 'c']) {
      const votes = anyVotes(12, 7, seed)
      expect(bridgingScoresOf(votes).loss).toBeLessThan(leastLoss(votes, 4, seed) + 1e-6)
    }
  })

  test('a plain step never raises the objective, and many of them end no lower', () => {
    fc.assert(
      fc.property(someVotes, (votes) => {
        const objective = objectiveOf(votes)
        let parameters = new Float64Array(2 * votes.columns + 1).fill(0.3)
        let before = Number.POSITIVE_INFINITY
        for (let step = 0; step < 50; step++) {
          const sums = singleThread.run(bridgingSums, votes, {
            items: itemsOf(parameters),
            person: objective.person,
          })
          const loss = (sums.at(-1)! + statementsCost(objective, parameters)) / objective.answers
          expect(loss).toBeLessThan(before + 1e-12)
          before = loss
          parameters = solvedStatements(objective, sums)
        }
      }),
      { numRuns: 30 },
    )
  })
})
