import { chance } from '../../kernel/index.ts'
import { type Eigen, symmetricEigen } from './eigen.ts'

/** A symmetric operator with no negative eigenvalue, known only by what it makes of at most WIDTH vectors. */
export interface Operator {
  readonly size: number
  /** The sum of its eigenvalues. */
  readonly trace: number
  readonly apply: (block: readonly Float64Array[]) => Float64Array[]
}

/** How many vectors an operator is applied to at once; wider needs fewer passes and more work in each. */
export const WIDTH = 4

/** Variance, as a share of all of it, that is rounding and not opinion. */
export const NOTHING = 1e-13

/**
 * The two leading eigenpairs of an operator; fewer, or some of value 0, where it has no two.
 *
 * A Krylov space is grown four vectors at a time from a fixed start, every new vector made orthogonal to all before
 * it, until the two best vectors within it leave no residual; it is cut back to the eight best when it grows long.
 *
 * Shapes: `start`: up to WIDTH vectors to begin from, where good ones are known; `exact`: what may be left of
 *         A·v − λ·v, as a share of the trace.
 * Errors: none; where the second and third value coincide, which vector of theirs comes out is decided by the start.
 * Source: Rayleigh-Ritz on a block Krylov space, Golub & Van Loan 2013, Matrix Computations, 4th ed., section 10.3;
 *         restarts as in Wu & Simon 2000, SIAM J. Matrix Anal. Appl. 22(2):602-616; tolerances: ADR 0015.
 *
 * @example
 * const stretch = { size: 2, trace: 5, apply: (block) => block.map(([x, y]) => Float64Array.of(4 * x, y)) }
 * leadingPairs(stretch).values.map((value) => Math.round(value)) // => [4, 1]
 */
export function leadingPairs(
  operator: Operator,
  start: readonly Float64Array[] = [],
  exact: number = EXACT,
): Eigen {
  let basis: Float64Array[] = []
  let images: Float64Array[] = []
  let inner: Float64Array[] = []
  let block = orthonormal(firstBlock(operator.size, start), [], NOTHING)
  for (let pass = 1; ; pass++) {
    const reached = operator.apply(block)
    basis = [...basis, ...block]
    images = [...images, ...reached]
    block = orthonormal(reached, basis, NOTHING * operator.trace)
    inner = grown(inner, basis, images)
    const small = symmetricEigen(inner)
    const isLong = basis.length >= LONGEST
    const best = small.vectors.slice(0, isLong ? KEPT : 2)
    const vectors = best.map((weights) => combined(weights, basis))
    const reachedBest = best.map((weights) => combined(weights, images))
    const left = [0, 1].map((i) => residual(small.values[i], vectors[i], reachedBest[i]))
    const isDone = Math.max(...left) <= exact * operator.trace
    if (isDone || block.length === 0 || pass === MAX_PASSES)
      return { values: small.values.slice(0, 2), vectors: vectors.slice(0, 2) }
    if (isLong) [basis, images, inner] = [vectors, reachedBest, []]
  }
}

/** The inner products of the basis with its images; those that are known are kept. */
const grown = (
  inner: readonly Float64Array[],
  basis: readonly Float64Array[],
  images: readonly Float64Array[],
): Float64Array[] =>
  basis.map((vector, i) => Float64Array.from(images, (image, j) => inner[i]?.[j] ?? dot(vector, image)))

/** Makes the vectors orthogonal to those given and to each other, and drops those of which nothing is left. */
function orthonormal(
  vectors: readonly Float64Array[],
  to: readonly Float64Array[],
  nothing: number,
): Float64Array[] {
  const made: Float64Array[] = []
  for (const vector of vectors) {
    const left = Float64Array.from(vector)
    // Twice is enough: the second pass removes what rounding left of the first (Parlett 1998, section 6.9).
    for (let pass = 0; pass < 2; pass++)
      for (const other of [...to, ...made]) addTo(left, -dot(left, other), other)
    const length = Math.sqrt(dot(left, left))
    if (length > nothing) made.push(left.map((x) => x / length))
  }
  return made
}

function firstBlock(size: number, start: readonly Float64Array[]): Float64Array[] {
  const random = chance('map/krylov/start')
  const drawn = Array.from({ length: WIDTH - start.length }, () =>
    new Float64Array(size).map(() => random.normal()),
  )
  return [...start, ...drawn].slice(0, Math.min(WIDTH, size))
}

function residual(value = 0, vector: Float64Array = NO_VECTOR, image: Float64Array = NO_VECTOR): number {
  const left = Float64Array.from(image)
  addTo(left, -value, vector)
  return Math.sqrt(dot(left, left))
}

function combined(weights: Float64Array, vectors: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(vectors[0]!.length)
  vectors.forEach((vector, i) => {
    addTo(sum, weights[i]!, vector)
  })
  return sum
}

function addTo(sum: Float64Array, times: number, vector: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += times * vector[i]!
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

const KEPT = 8
const LONGEST = 24
const MAX_PASSES = 400
/** What is left of A·v − λ·v, as a share of all variance, when an axis counts as found. */
const EXACT = 1e-12
const NO_VECTOR = new Float64Array(0)
