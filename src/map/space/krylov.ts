import { chance } from '../../kernel/index.ts'
import { addWeighed, type Block, blockOf, orthonormal, products, vectorOf, WIDTH } from './block.ts'
import { type Eigen, symmetricEigen } from './eigen.ts'

/** A symmetric operator with no negative eigenvalue, known only by what it makes of four vectors side by side. */
export interface Operator {
  readonly size: number
  /** The sum of its eigenvalues. */
  readonly trace: number
  readonly apply: (block: Block) => Block
}

/** Variance, as a share of all of it, that is rounding and not opinion. */
export const NOTHING = 1e-13

/**
 * The two leading eigenpairs of an operator; values and vectors of 0 where it has no two.
 *
 * A Krylov space is grown four vectors at a time from a fixed start, every new vector made orthogonal to all before
 * it, until the two best vectors within it leave no residual; it is cut back to the eight best when it grows long.
 *
 * Shapes: `start`: up to four vectors to begin from, where good ones are known; `exact`: what may be left of
 *         A·v − λ·v, as a share of the trace.
 * Errors: none; where the second and third value coincide, which vector of theirs comes out is decided by the start.
 * Source: Rayleigh-Ritz on a block Krylov space, Golub & Van Loan 2013, Matrix Computations, 4th ed., section 10.3;
 *         restarts as in Wu & Simon 2000, SIAM J. Matrix Anal. Appl. 22(2):602-616; tolerances: ADR 0015.
 *
 * @example
 * const stretch = { size: 2, trace: 5, apply: (block) => block.map((x, at) => (at < 4 ? 4 * x : x)) }
 * leadingPairs(stretch).values.map((value) => Math.round(value)) // => [4, 1]
 */
export function leadingPairs(
  { size, trace, apply }: Operator,
  start: readonly Float64Array[] = [],
  exact: number = EXACT,
): Eigen {
  let known: Reached = { basis: [], images: [], inner: [] }
  let block = orthonormal(firstBlock(size, start), [], NOTHING)
  for (let pass = 1; ; pass++) {
    const image = apply(block)
    known = reaching(known, block, image)
    block = orthonormal(image, known.basis, NOTHING * trace)
    const { values, vectors } = symmetricEigen(known.inner)
    const best = combined(vectors, known.basis)
    const isFound = residual(best, values, combined(vectors, known.images)) <= exact * trace
    if (isFound || pass === MAX_PASSES || block.every((x) => x === 0))
      return { values: values.slice(0, 2), vectors: [vectorOf(best, 0), vectorOf(best, 1)] }
    if (known.basis.length >= MOST_BLOCKS) known = cutBack(known, { values, vectors })
  }
}

/** What is known of an operator. */
interface Reached {
  readonly basis: readonly Block[]
  /** What the operator makes of each block. */
  readonly images: readonly Block[]
  /** The inner products of all vectors of the basis with all images. */
  readonly inner: readonly Float64Array[]
}

/** The same with one block more: only what its image adds is counted. */
function reaching({ basis, images, inner }: Reached, block: Block, image: Block): Reached {
  const longer = [...basis, block]
  const across = longer.map((one) => products(one, image))
  const known = inner.length
  const added = (i: number, j: number) => across[Math.floor(i / WIDTH)]![WIDTH * (i % WIDTH) + (j - known)]!
  const entry = (i: number, j: number) =>
    j >= known ? added(i, j) : i >= known ? added(j, i) : inner[i]![j]!
  const order = [...Array(known + WIDTH).keys()]
  return {
    basis: longer,
    images: [...images, image],
    inner: order.map((i) => Float64Array.from(order, (j) => entry(i, j))),
  }
}

/** The same within the best vectors alone. */
function cutBack({ basis, images }: Reached, { values, vectors }: Eigen): Reached {
  const blocks = Array.from({ length: KEPT_BLOCKS }, (_, at) => vectors.slice(WIDTH * at))
  return {
    basis: blocks.map((weights) => combined(weights, basis)),
    images: blocks.map((weights) => combined(weights, images)),
    inner: values
      .slice(0, WIDTH * KEPT_BLOCKS)
      .map((value, at, all) => new Float64Array(all.length).fill(value, at, at + 1)),
  }
}

/** The first four sums of the vectors, each weighed as one row of weights says. */
function combined(weights: readonly Float64Array[], blocks: readonly Block[]): Block {
  const sum = new Float64Array(blocks[0]!.length)
  blocks.forEach((block, at) => {
    const own = new Float64Array(WIDTH * WIDTH)
    for (let i = 0; i < own.length; i++) own[i] = weights[i % WIDTH]![WIDTH * at + Math.floor(i / WIDTH)]!
    addWeighed(sum, block, own)
  })
  return sum
}

function firstBlock(size: number, start: readonly Float64Array[]): Block {
  const random = chance('map/krylov/start')
  const drawn = Array.from({ length: WIDTH - start.length }, () =>
    new Float64Array(size).map(() => random.normal()),
  )
  return blockOf([...start, ...drawn], size)
}

/** The larger length of A·v − λ·v of the first two vectors. */
function residual(vectors: Block, values: readonly number[], images: Block): number {
  let [first, second] = [0, 0]
  for (let at = 0; at < vectors.length; at += WIDTH) {
    first += (images[at]! - values[0]! * vectors[at]!) ** 2
    second += (images[at + 1]! - values[1]! * vectors[at + 1]!) ** 2
  }
  return Math.sqrt(Math.max(first, second))
}

const KEPT_BLOCKS = 2
const MOST_BLOCKS = 6
const MAX_PASSES = 400
/** What is left of A·v − λ·v, as a share of all variance, when an axis counts as found. */
const EXACT = 1e-12
