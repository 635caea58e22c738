import { resultOf } from '../../kernel/index.ts'
import { bridgingMoves, bridgingSums, type Engine, singleThread } from '../engine/index.ts'
import { pointed } from '../space/space.ts'
import type { Votes } from '../votes/matrix.ts'
import { type FitOptions, fitSteps, TOLERANCE } from './fit.ts'
import { leversOf, variancesOf } from './jackknife.ts'
import { objectiveOf } from './objective.ts'

/** The model of some votes, column by column; a column that nobody answered is 0 in all. */
export interface BridgingScores {
  readonly intercept: Float64Array
  /** Which side agrees more: the largest factor is positive, and says nothing of which side is which. */
  readonly factor: Float64Array
  /** The variance of each intercept. */
  readonly variance: Float64Array
  /** For each column, how many answered it. */
  readonly answered: Float64Array
  /** What is usual: μ. */
  readonly mean: number
  readonly loss: number
  readonly passes: number
  /** Intercepts, factors and μ as the fit had them: where a fit of nearly the same votes may start. */
  readonly parameters: Float64Array
}

export interface ScoreOptions extends FitOptions {
  /** What passes over the votes: this thread, or several; the scores are the same bits. */
  readonly engine: Engine
}

export const FROM_THE_VOTES: ScoreOptions = { tolerance: TOLERANCE, start: null, engine: singleThread }

/** Fits the model and says how sure each intercept is; yields the number of each pass over the votes. */
export function* scoreSteps(votes: Votes, options = FROM_THE_VOTES): Generator<number, BridgingScores> {
  const { engine } = options
  const objective = objectiveOf(votes, engine)
  if (objective.answers === 0) return nothing(votes.columns)
  const { person } = objective
  const fit = yield* fitSteps(
    objective,
    (items) => engine.run(bridgingSums, votes, { items, person }),
    options,
  )
  const moves = engine.run(bridgingMoves, votes, leversOf(objective, fit))
  const { parameters, loss, passes } = fit
  return {
    intercept: parameters.filter((_, at) => at % 2 === 0).slice(0, votes.columns),
    factor: pointed(
      parameters.filter((_, at) => at % 2 === 1),
      SAME,
    ),
    variance: variancesOf(objective, fit, moves),
    answered: objective.answered,
    mean: parameters.at(-1)!,
    loss,
    passes,
    parameters,
  }
}

/** The same, at once. */
export const bridgingScoresOf = (votes: Votes, options = FROM_THE_VOTES): BridgingScores =>
  resultOf(scoreSteps(votes, options))

const nothing = (columns: number): BridgingScores => ({
  intercept: new Float64Array(columns),
  factor: new Float64Array(columns),
  variance: new Float64Array(columns),
  answered: new Float64Array(columns),
  mean: 0,
  loss: 0,
  passes: 0,
  parameters: new Float64Array(2 * columns + 1),
})

/** Factors this close in size, as a share, count as equal: a fit that ended a little earlier has the same sign. */
const SAME = 1e-3
