import { type Engine, singleThread, tally } from '../engine/index.ts'
import type { Penalty } from '../kernels/index.ts'
import type { Votes } from '../votes/matrix.ts'

/**
 * What bridging minimises: the mean over all answers of (r − μ − i_u − i_n − f_u · f_n)², where r is 1 for agree, ½ for
 * pass and 0 for disagree, plus penalties on the size of what explains them.
 *
 * The penalties are means as well: 0.15 · (mean i_u² + mean i_n² + μ²) + 0.03 · (mean f_u² + mean f_n²), over the
 * people u and the statements n with an answer. Intercepts cost more than factors, so that what leanings can explain is
 * never credited to the statement. An unseen answer is no term at all.
 *
 * Source: Wojcik et al. 2022, arXiv:2210.15723, "Birdwatch: Crowd Wisdom and Bridging Algorithms can Inform
 *         Understanding and Reduce the Spread of Misinformation", and the objective that Community Notes runs; ADR 0027.
 */
export interface Objective {
  /** How many answers there are, and how many people gave one. */
  readonly answers: number
  readonly people: number
  /** For each column, how many answered it, and the sum of their r. */
  readonly answered: Float64Array
  readonly rated: Float64Array
  /** For each column, the sum of squares of its answers about their mean. */
  readonly differing: Float64Array
  /** The penalties in the scale of a sum over answers: V times those above. */
  readonly person: Penalty
  readonly statement: Penalty
  readonly mean: number
}

/** Price of an intercept and of a factor, as in Community Notes (ADR 0027). */
export const INTERCEPT_PRICE = 0.15
export const FACTOR_PRICE = 0.03

/** The objective for these votes: what does not change from pass to pass. */
export function objectiveOf(votes: Votes, engine: Engine = singleThread): Objective {
  const answers = votes.rowStart[votes.people]!
  const { answered, rated, differing } = columnsOf(votes, engine)
  const statements = answered.reduce((count, one) => count + Number(one > 0), 0)
  let people = 0
  for (let row = 0; row < votes.people; row++)
    people += Number(votes.rowStart[row + 1]! > votes.rowStart[row]!)
  const penalty = (among: number): Penalty => ({
    intercept: (INTERCEPT_PRICE * answers) / Math.max(1, among),
    factor: (FACTOR_PRICE * answers) / Math.max(1, among),
  })
  return {
    answers,
    people,
    answered,
    rated,
    differing,
    person: penalty(people),
    statement: penalty(statements),
    mean: INTERCEPT_PRICE * answers,
  }
}

/** What the statements' own parameters and μ cost: the part of the objective that no person has. */
export function statementsCost({ statement, mean }: Objective, parameters: Float64Array): number {
  const last = parameters.length - 1
  let cost = mean * parameters[last]! ** 2
  for (let at = 0; at < last; at += 2)
    cost += statement.intercept * parameters[at]! ** 2 + statement.factor * parameters[at + 1]! ** 2
  return cost
}

function columnsOf(votes: Votes, engine: Engine) {
  const everybody = { labels: new Uint8Array(votes.people), parts: 1 }
  const counts = engine.run(tally, votes, everybody)
  const answered = new Float64Array(votes.columns)
  const rated = new Float64Array(votes.columns)
  const differing = new Float64Array(votes.columns)
  for (let column = 0; column < votes.columns; column++) {
    const [disagree, pass, agree] = counts.subarray(3 * column, 3 * column + 3)
    answered[column] = disagree! + pass! + agree!
    rated[column] = agree! + pass! / 2
    differing[column] = agree! + pass! / 4 - rated[column]! ** 2 / Math.max(1, answered[column]!)
  }
  return { answered, rated, differing }
}
