import type { StatementId } from '../../kernel/index.ts'
import type { Space } from '../opinion-map.ts'
import { answeredStatements, answersOf, type VoteMatrix } from '../votes/matrix.ts'
import { leadingPairs, NOTHING, WIDTH } from './krylov.ts'

/** The two directions along which people differ most, one loading per column of the matrix. */
export interface Plane {
  /** The mean answer to each statement, of those who answered it. */
  readonly mean: Float64Array
  /** Vectors of length 1; of zeros where people do not differ in a second way, or not at all. */
  readonly axes: readonly [Float64Array, Float64Array]
  /** For each axis, its share of the total variance. */
  readonly explained: readonly [number, number]
}

/** Fewest answers with which a person is placed; all of them, where there are fewer statements (ADR 0015). */
export const ENOUGH_ANSWERS = 7

/**
 * The first two principal axes of the votes, an unseen answer counted as the statement's mean.
 *
 * Imputed with the mean and centred, an unseen answer is exactly 0: the matrix stays as sparse as the votes.
 *
 * Shapes: `start`: axes to begin from, such as those of nearly the same people; they cost time, never the result.
 * Units:  shares of the sum of squares of the centred matrix.
 * Errors: none; where people do not differ, an axis is all zeros and explains nothing.
 * Source: Small et al. 2021, RECERCA 26(2), "Polis: scaling deliberation by mapping high dimensional opinion
 *         spaces"; signs and scaling: ADR 0015.
 */
export function planeOf(matrix: VoteMatrix, start: readonly Float64Array[] = []): Plane {
  const mean = columnMeans(matrix)
  const trace = totalVariance(matrix, mean)
  const size = matrix.statements.length
  if (trace === 0) return { mean, axes: [new Float64Array(size), new Float64Array(size)], explained: [0, 0] }
  const apply = (block: readonly Float64Array[]) => varianceOf(matrix, mean, block)
  const { values, vectors } = leadingPairs({ size, trace, apply }, start)
  const isReal = (i: number) => (values[i] ?? 0) > NOTHING * trace
  const axis = (i: number) => (isReal(i) ? pointed(vectors[i]!) : new Float64Array(size))
  const share = (i: number) => (isReal(i) ? values[i]! / trace : 0)
  return { mean, axes: [axis(0), axis(1)], explained: [share(0), share(1)] }
}

/**
 * Where everybody stands: √(C / n) · Σ (answer − mean) · loading over the n statements a person answered.
 *
 * Few answers would otherwise leave a person near the middle for saying little. Statements left out of the matrix
 * count in C and in n, as they do in Polis, so that its published groups come back (ADR 0015).
 *
 * Shapes: one x and one y per row, in turn.
 */
export function positionsOf(matrix: VoteMatrix, { mean, axes: [first, second] }: Plane): Float64Array {
  const { rowStart, statement, vote, leftOut } = matrix
  const all = answeredStatements(matrix) + leftOut
  const positions = new Float64Array(2 * matrix.participants.length)
  for (let row = 0; 2 * row < positions.length; row++) {
    let x = 0
    let y = 0
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const column = statement[at]!
      const differs = vote[at]! - mean[column]!
      x += differs * first[column]!
      y += differs * second[column]!
    }
    const scale = Math.sqrt(all / Math.max(1, answersOf(matrix, row) + leftOut))
    positions[2 * row] = scale * x
    positions[2 * row + 1] = scale * y
  }
  return positions
}

/** The rows of those who answered enough to be placed: at least min(7, C) statements. */
export function placedRows(matrix: VoteMatrix): number[] {
  const enough = Math.min(ENOUGH_ANSWERS, answeredStatements(matrix))
  return [...matrix.participants.keys()].filter((row) => answersOf(matrix, row) >= enough)
}

/** The plane as others read it, keyed by statement. */
export function spaceOf(
  { axes: [first, second], explained }: Plane,
  statements: readonly StatementId[],
): Space {
  const keyed = (axis: Float64Array) => new Map(statements.map((id, column) => [id, axis[column]!]))
  return { axes: [keyed(first), keyed(second)], explained }
}

function columnMeans({ statements, statement, vote }: VoteMatrix): Float64Array {
  const seen = new Uint32Array(statements.length)
  const sum = new Int32Array(statements.length)
  for (let at = 0; at < vote.length; at++) {
    seen[statement[at]!]!++
    sum[statement[at]!]! += vote[at]!
  }
  return Float64Array.from(sum, (value, column) => value / Math.max(1, seen[column]!))
}

function totalVariance({ statement, vote }: VoteMatrix, mean: Float64Array): number {
  let total = 0
  for (let at = 0; at < vote.length; at++) total += (vote[at]! - mean[statement[at]!]!) ** 2
  return total
}

/** Applies the statements' covariance, times the number of people, to each vector in one pass over the votes. */
function varianceOf(
  { rowStart, statement, vote }: VoteMatrix,
  mean: Float64Array,
  block: readonly Float64Array[],
): Float64Array[] {
  const input = interleaved(block, mean.length)
  const output = new Float64Array(input.length)
  for (let row = 0; row + 1 < rowStart.length; row++) {
    const from = rowStart[row]!
    const to = rowStart[row + 1]!
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let at = from; at < to; at++) {
      const column = statement[at]!
      const differs = vote[at]! - mean[column]!
      const cell = column << 2
      a += differs * input[cell]!
      b += differs * input[cell + 1]!
      c += differs * input[cell + 2]!
      d += differs * input[cell + 3]!
    }
    for (let at = from; at < to; at++) {
      const column = statement[at]!
      const differs = vote[at]! - mean[column]!
      const cell = column << 2
      output[cell]! += differs * a
      output[cell + 1]! += differs * b
      output[cell + 2]! += differs * c
      output[cell + 3]! += differs * d
    }
  }
  return block.map((vector, k) => vector.map((_, column) => output[WIDTH * column + k]!))
}

/** The vectors side by side, so that one look at a column finds all of them; missing ones are zeros. */
function interleaved(block: readonly Float64Array[], size: number): Float64Array {
  const all = new Float64Array(WIDTH * size)
  block.forEach((vector, k) => {
    for (let column = 0; column < size; column++) all[WIDTH * column + k] = vector[column]!
  })
  return all
}

/** The sign of an axis is a matter of taste, so it is fixed: the largest loading is positive, among equals the first. */
function pointed(axis: Float64Array): Float64Array {
  const largest = axis.reduce((most, loading) => Math.max(most, Math.abs(loading)), 0)
  const decides = axis.find((loading) => Math.abs(loading) >= largest * (1 - SAME))!
  return decides < 0 ? axis.map((loading) => -loading) : axis
}

/** Loadings this close in size count as equal, so that rounding does not choose the sign. */
const SAME = 1e-9
