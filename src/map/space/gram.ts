import { type Engine, pairCounts, singleThread } from '../engine/index.ts'
import { usualKernels } from '../kernels/index.ts'
import type { Votes } from '../votes/matrix.ts'
import type { Operator } from './krylov.ts'

/**
 * What every pair of columns was answered together: all that axes are drawn from, in whole numbers.
 *
 * Whole numbers can be added and taken away in any order: however votes came and went, the same votes leave the same
 * counts (ADR 0043).
 *
 * Shapes: `counts` holds four per pair, row by row of the upper triangle with its diagonal: how many answered both, and
 *         over them the sums of left · right, of left and of right. 8 · m · (m + 1) bytes.
 */
export interface Gram {
  readonly columns: number
  readonly counts: Int32Array
}

export const gramOf = (votes: Votes, engine: Engine = singleThread): Gram => ({
  columns: votes.columns,
  counts: engine.run(pairCounts, votes, null),
})

/** The counts without those of some of the people. */
export const without = (gram: Gram, left: Gram): Gram => ({
  ...gram,
  counts: gram.counts.map((count, at) => count - left.counts[at]!),
})

/** How many answered a column. */
export const seenIn = (gram: Gram, column: number): number => gram.counts[4 * pairAt(gram, column, column)]!

/** The covariance of the columns, times the number of people, and their means. */
export interface Covariance extends Operator {
  readonly mean: Float64Array
}

/** The covariance that the counts hold, written out. */
export function covarianceOf(gram: Gram): Covariance {
  const { columns: size, counts } = gram
  const mean = new Float64Array(size)
  let trace = 0
  for (let column = 0; column < size; column++) {
    const [seen, squares, sum] = counts.subarray(4 * pairAt(gram, column, column))
    mean[column] = sum! / Math.max(1, seen!)
    trace += (squares! * seen! - sum! * sum!) / Math.max(1, seen!)
  }
  const matrix = usualKernels().squareMatrix(size, (cells) => writeCells(gram, mean, cells))
  return { size, mean, trace, apply: matrix.times }
}

function writeCells({ columns: size, counts }: Gram, mean: Float64Array, cells: Float64Array): void {
  for (let left = 0, at = 0; left < size; left++) {
    const l = mean[left]!
    for (let right = left; right < size; right++, at += 4) {
      const r = mean[right]!
      cells[left * size + right] =
        counts[at + 1]! - r * counts[at + 2]! - l * counts[at + 3]! + l * r * counts[at]!
    }
  }
  mirror(cells, size)
}

/** Copies the upper triangle to the lower, block by block, so that what is read and written stays in the cache. */
function mirror(cells: Float64Array, size: number): void {
  for (let top = 0; top < size; top += BLOCK)
    for (let side = 0; side <= top; side += BLOCK)
      for (let row = top; row < Math.min(size, top + BLOCK); row++)
        for (let column = side; column < Math.min(row, side + BLOCK); column++)
          cells[row * size + column] = cells[column * size + row]!
}

const BLOCK = 32

const pairAt = ({ columns }: Gram, left: number, right: number): number =>
  left * columns - (left * (left - 1)) / 2 + right - left
