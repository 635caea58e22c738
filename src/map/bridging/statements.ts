import type { Objective } from './objective.ts'

/**
 * The statements' intercepts and factors and μ that minimise the objective, given everybody's own: all at once.
 *
 * Given μ, each statement is two equations in two unknowns, and its solution moves in a straight line with μ; so one
 * equation is left for μ.
 *
 * Shapes: `sums` as `peopleSums` returns them -> intercept and factor of each column, in turn; then μ.
 * Errors: none; a column that nobody answered has 0 and 0, which costs nothing.
 */
export function solvedStatements(
  { answers, answered, rated, statement, mean }: Objective,
  sums: Float64Array,
) {
  const solved = new Float64Array(2 * answered.length + 1)
  const perMean = new Float64Array(2 * answered.length)
  let left = 0
  let weight = mean + answers
  answered.forEach((n, column) => {
    const [f, ff, i, rf] = sums.subarray(4 * column, 4 * column + 4) as unknown as Sums
    const of = solver(n + statement.intercept, f, ff + statement.factor)
    const [intercept, factor] = of(rated[column]! - i, rf)
    const [interceptPerMean, factorPerMean] = of(n, f)
    solved.set([intercept, factor], 2 * column)
    perMean.set([interceptPerMean, factorPerMean], 2 * column)
    left += rated[column]! - i - n * intercept - f * factor
    weight -= n * interceptPerMean + f * factorPerMean
  })
  const mu = left / weight
  perMean.forEach((rate, at) => {
    solved[at]! -= mu * rate
  })
  solved[perMean.length] = mu
  return solved
}

/** Solves a·x + b·y = p, b·x + d·y = q. */
const solver = (a: number, b: number, d: number) => {
  const determinant = a * d - b * b
  return (p: number, q: number) => [(d * p - b * q) / determinant, (a * q - b * p) / determinant] as const
}

type Sums = readonly [f: number, ff: number, i: number, rf: number]
