import type { Levers } from '../kernels/index.ts'
import { type Fit, itemsOf } from './fit.ts'
import type { Objective } from './objective.ts'

/** What is needed to see how far each answer moved the fit. */
export function leversOf({ answered, statement, person }: Objective, { parameters, sums }: Fit): Levers {
  const inverse = new Float64Array(3 * answered.length)
  answered.forEach((n, column) => {
    const a = n + statement.intercept
    const b = sums[4 * column]!
    const d = sums[4 * column + 1]! + statement.factor
    const determinant = a * d - b * b
    inverse.set([d / determinant, b / determinant, a / determinant], 3 * column)
  })
  return { items: itemsOf(parameters), inverse, person }
}

/**
 * The variance of each intercept: of its own answers, and of where the middle between those who differ lies.
 *
 * That middle is found in the same people; their spread, shared by all of them, moves a statement as far as it divides.
 */
export function variancesOf({ people }: Objective, { parameters }: Fit, sums: Float64Array): Float64Array {
  const columns = sums.length - 2
  const mean = sums[columns]! / people
  const middle = (sums[columns + 1]! / people - mean * mean) / people
  return sums.slice(0, columns).map((sum, column) => sum + parameters[2 * column + 1]! ** 2 * middle)
}
