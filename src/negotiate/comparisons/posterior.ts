import { backed, cholesky } from './cholesky.ts'
import { conjugateGradients } from './conjugate-gradients.ts'
import type { PairCount } from './duels.ts'

/** Counted duels among `items` things, whose strengths are normal around zero with this precision before any duel. */
export interface Problem {
  readonly pairs: readonly PairCount[]
  readonly items: number
  readonly precision: number
}

/** A normal distribution of strengths; the covariance is of strengths less their mean, row by row. */
export interface Posterior {
  readonly mean: Float64Array
  readonly covariance: Float64Array
}

/**
 * The most probable strengths, and the normal distribution with the posterior's curvature there.
 *
 * Units:  log-odds.
 * Source: Bradley & Terry 1952, Biometrika 39(3/4):324-345, by Newton's method; Laplace's approximation after MacKay
 *         2003, Information Theory, Inference, and Learning Algorithms, ch. 27.
 */
export function laplace(problem: Problem, mean = mostProbable(problem)): Posterior {
  const covariance = centredCovariance(curvature(problem, mean, atThePeak(problem)), problem)
  return { mean, covariance }
}

/**
 * The normal distribution nearest to the posterior: slope and curvature are averaged over it in place of taken at the
 * peak. Where duels are few the posterior is skewed, and the peak is too narrow and too close to zero.
 *
 * Source: Opper & Archambeau 2009, The Variational Gaussian Approximation Revisited, Neural Comput. 21(3):786-792;
 *         averages of a logistic by MacKay 1992, Neural Comput. 4(5):720-736, eq. 10; ADR 0059.
 */
export function averaged(problem: Problem, from: Posterior): Posterior {
  let { mean, covariance } = from
  for (let round = 0; round < ROUNDS; round++) {
    const flat = flatness(problem, covariance)
    const matrix = curvature(problem, mean, flat)
    const step = solved(matrix, slope(problem, mean, flat))
    mean = moved(mean, step, 1)
    covariance = centredCovariance(matrix, problem)
    if (step.every((each) => Math.abs(each) < STILL)) break
  }
  return { mean, covariance }
}

const ROUNDS = 30
const STILL = 1e-9

/** How probable these duels are under such a prior, whatever the strengths: its logarithm, but for a constant. */
export function logEvidence(problem: Problem, peak: Float64Array): number {
  const { items, precision } = problem
  const root = cholesky(curvature(problem, peak, atThePeak(problem)), items)
  let logRoot = 0
  for (let at = 0; at < items; at++) logRoot += Math.log(root[at * items + at]!)
  return logPosterior(problem, peak) + (items / 2) * Math.log(precision) - logRoot
}

/** Newton's method, each step halved until it helps: the posterior has one peak, so this ends on it from anywhere. */
export function mostProbable(
  problem: Problem,
  from: Float64Array = new Float64Array(problem.items),
): Float64Array {
  const flat = atThePeak(problem)
  let theta: Float64Array = from
  let value = logPosterior(problem, theta)
  for (let round = 0; round < 200; round++) {
    const step = stepOf(curvature(problem, theta, flat), slope(problem, theta, flat))
    let scale = 1
    let next = moved(theta, step, scale)
    let better = logPosterior(problem, next)
    // Less by rounding alone is not worse: near the peak the whole step is the right one.
    while (better < value - 1e-12 * (1 + Math.abs(value)) && scale > 1e-9) {
      scale /= 2
      next = moved(theta, step, scale)
      better = logPosterior(problem, next)
    }
    const far = step.reduce((most, each) => Math.max(most, Math.abs(scale * each)), 0)
    theta = next
    value = better
    if (far < 1e-12) break
  }
  return theta
}

const moved = (theta: Float64Array, step: Float64Array, scale: number): Float64Array<ArrayBuffer> =>
  Float64Array.from(theta, (each, at) => each + scale * step[at]!)

function logPosterior({ pairs, precision }: Problem, theta: Float64Array): number {
  const prior = theta.reduce((sum, each) => sum - (precision * each * each) / 2, 0)
  return pairs.reduce((sum, { i, j, met, won }) => {
    const d = theta[i]! - theta[j]!
    return sum - won * Math.log1p(Math.exp(-d)) - (met - won) * Math.log1p(Math.exp(d))
  }, prior)
}

/** For each pair, how much flatter the logistic is for being averaged over a difference of this variance; 1 at a point. */
const flatness = ({ pairs, items }: Problem, covariance: Float64Array): Float64Array =>
  Float64Array.from(pairs, ({ i, j }) => {
    const at = (row: number, column: number) => covariance[row * items + column]!
    return 1 / Math.sqrt(1 + (Math.PI * Math.max(0, at(i, i) + at(j, j) - 2 * at(i, j))) / 8)
  })

const atThePeak = ({ pairs }: Problem): Float64Array => new Float64Array(pairs.length).fill(1)

function slope({ pairs, precision }: Problem, theta: Float64Array, flat: Float64Array): Float64Array {
  const gradient = theta.map((each) => -precision * each)
  pairs.forEach(({ i, j, met, won }, pair) => {
    const surplus = won - met * logistic(flat[pair]! * (theta[i]! - theta[j]!))
    gradient[i]! += surplus
    gradient[j]! -= surplus
  })
  return gradient
}

/** Minus the second derivatives, row by row. */
function curvature(
  { pairs, items, precision }: Problem,
  theta: Float64Array,
  flat: Float64Array,
): Float64Array {
  const matrix = new Float64Array(items * items)
  for (let at = 0; at < items; at++) matrix[at * items + at] = precision
  pairs.forEach(({ i, j, met }, pair) => {
    const p = logistic(flat[pair]! * (theta[i]! - theta[j]!))
    const weight = met * flat[pair]! * p * (1 - p)
    matrix[i * items + i]! += weight
    matrix[j * items + j]! += weight
    matrix[i * items + j]! -= weight
    matrix[j * items + i]! -= weight
  })
  return matrix
}

/**
 * The covariance of strengths less their mean. The mean itself is known from the prior alone; with 11ᵀ/n added the
 * matrix is well conditioned however weak that prior is, and what was added is taken off again.
 */
function centredCovariance(matrix: Float64Array, { items: n, precision }: Problem): Float64Array {
  const root = cholesky(
    matrix.map((value) => value + 1 / n),
    n,
  )
  const inverse = new Float64Array(n * n)
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n)
    unit[column] = 1
    inverse.set(backed(root, unit), column * n)
  }
  return inverse.map((value) => value - 1 / (n * (precision + 1)))
}

/** A step to the peak: of many things by conjugate gradients, which take a few products in place of a factorisation. */
const stepOf = (matrix: Float64Array, right: Float64Array): Float64Array =>
  right.length <= MOST_FACTORED ? solved(matrix, right) : conjugateGradients(matrix, right)

const MOST_FACTORED = 64

const solved = (matrix: Float64Array, right: Float64Array): Float64Array =>
  backed(cholesky(matrix, right.length), right)

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
