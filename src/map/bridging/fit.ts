import { extrapolated, type Step } from './extrapolate.ts'
import { type Objective, statementsCost } from './objective.ts'
import { startsOf } from './starts.ts'
import { solvedStatements } from './statements.ts'

/** Where the objective is least: intercept and factor of each column, in turn; then μ. */
export interface Fit {
  readonly parameters: Float64Array
  /** The objective there, per answer. */
  readonly loss: number
  /** The sums over the people that belong to these parameters. */
  readonly sums: Float64Array
  readonly passes: number
}

export interface FitOptions {
  /** The fit ends when a pass lowers the objective by less. */
  readonly tolerance: number
  /** Parameters to begin from, such as those of nearly the same votes; they cost time, never the result. */
  readonly start: Float64Array | null
}

/** Stops a thousand times closer than Community Notes, whose 1e-7 leaves intercepts .005 off (ADR 0027). */
export const TOLERANCE = 1e-10

/** A pass over the votes: what the statements' items make everybody's parameters sum up to. */
export type Pass = (items: Float64Array) => Float64Array

/**
 * Minimises the objective: everybody's own parameters and the statements' in turn, each solved in closed form, from
 * each start; the least counts.
 *
 * Yields after each pass, so that a caller can say how far it is, or stop.
 */
export function* fitSteps(
  objective: Objective,
  pass: Pass,
  { tolerance, start }: FitOptions,
): Generator<number, Fit> {
  const [first, ...others] = start === null ? startsOf(objective) : [start]
  let best = yield* descent(objective, pass, { tolerance, start: first! })
  for (const other of others) {
    const fit = yield* descent(objective, pass, { tolerance, start: other })
    if (fit.loss < best.loss) best = fit
  }
  return best
}

/** Steps are extrapolated; where that does not lower the objective, the plain step is taken, which always does. */
function* descent(
  objective: Objective,
  pass: Pass,
  { tolerance, start }: FitOptions & { readonly start: Float64Array },
): Generator<number, Fit> {
  const weight = weightsOf(objective)
  let steps: Step[] = []
  let plain: Float64Array | null = null
  let parameters = start
  let least = Number.POSITIVE_INFINITY
  for (let passes = 1; ; passes++) {
    const sums = pass(itemsOf(parameters))
    yield passes
    const loss = (sums.at(-1)! + statementsCost(objective, parameters)) / objective.answers
    if (loss > least && plain !== null) {
      parameters = plain
      plain = null
      steps = []
      continue
    }
    if (least - loss < tolerance || passes >= MOST_PASSES) return { parameters, loss, sums, passes }
    least = loss
    plain = solvedStatements(objective, sums)
    const from = parameters
    steps = [...steps.slice(-REMEMBERED), { to: plain, moved: plain.map((x, at) => x - from[at]!) }]
    parameters = extrapolated(steps, weight)
  }
}

/** μ + i_n − ½ and f_n of each column, in turn: with them, an answer is explained up to its person. */
export function itemsOf(parameters: Float64Array): Float64Array {
  const items = parameters.slice(0, -1)
  for (let at = 0; at < items.length; at += 2) items[at]! += parameters.at(-1)! - 0.5
  return items
}

const weightsOf = ({ answers, answered }: Objective): Float64Array =>
  Float64Array.from({ length: 2 * answered.length + 1 }, (_, at) =>
    at === 2 * answered.length ? answers : answered[at >> 1]! * (at % 2 === 0 ? 1 : FACTOR_WEIGHT),
  )

/** Steps remembered: more save no pass, fewer cost some (ADR 0027). */
const REMEMBERED = 5
/** A factor acts through people's factors, whose squares are about so large. */
const FACTOR_WEIGHT = 0.1
const MOST_PASSES = 500
