import type { StatementId } from '../../kernel/index.ts'
import { covarianceTimes, type Engine, projected, singleThread, tally } from '../engine/index.ts'
import type { Space } from '../opinion-map.ts'
import { answeredStatements, answersOf, type Votes, type VotesOnMap } from '../votes/matrix.ts'
import type { Block } from './block.ts'
import { type Covariance, covarianceOf, type Gram, gramOf } from './gram.ts'
import { leadingPairs, NOTHING } from './krylov.ts'

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

/** Most statements for which every pair is counted; beyond, votes are passed over again and again (ADR 0043). */
export const DENSE_UP_TO = 2000

/**
 * The first two principal axes of the votes, an unseen answer counted as the statement's mean.
 *
 * Imputed with the mean and centred, an unseen answer is exactly 0: the matrix stays as sparse as the votes.
 *
 * Shapes: `start`: axes to begin from, for a preview; they cost or save time, and move the last bits (ADR 0043).
 * Units:  shares of the sum of squares of the centred matrix.
 * Errors: none; where people do not differ, an axis is all zeros and explains nothing.
 * Source: Small et al. 2021, RECERCA 26(2), "Polis: scaling deliberation by mapping high dimensional opinion
 *         spaces"; signs and scaling: ADR 0015.
 */
export const planeOf = (
  votes: Votes,
  start: readonly Float64Array[] = [],
  engine: Engine = singleThread,
): Plane =>
  votes.columns <= DENSE_UP_TO
    ? planeOfGram(gramOf(votes, engine), start)
    : planeIn(covarianceOver(votes, engine), start)

/** The plane that the counts of pairs hold: to the last bit that of the votes they were counted from. */
export const planeOfGram = (gram: Gram, start: readonly Float64Array[] = []): Plane =>
  planeIn(covarianceOf(gram), start)

/**
 * Where everybody stands: √(C / n) · Σ (answer − mean) · loading over the n statements a person answered.
 *
 * Few answers would otherwise leave a person near the middle for saying little. On a map of Polis, statements left
 * out of the matrix count in C and in n (ADR 0015).
 *
 * Shapes: one x and one y per row, in turn.
 */
export function positionsOf(
  votes: VotesOnMap,
  { mean, axes }: Pick<Plane, 'mean' | 'axes'>,
  engine: Engine = singleThread,
): Float64Array {
  const all = answeredStatements(votes) + votes.leftOut
  const positions = projected(engine, votes, { mean, loadings: interleavedAxes(axes) })
  for (let row = 0; row < votes.people; row++) {
    const scale = scaleOf(answersOf(votes, row) + votes.leftOut, all)
    positions[2 * row]! *= scale
    positions[2 * row + 1]! *= scale
  }
  return positions
}

/** By how much to scale the place of who answered some of all statements (ADR 0015). */
export const scaleOf = (answers: number, all: number): number => Math.sqrt(all / Math.max(1, answers))

/** The rows of those who answered enough to be placed: at least min(7, C) statements. */
export function placedRows(votes: Votes): Uint32Array {
  const enough = Math.min(ENOUGH_ANSWERS, answeredStatements(votes))
  const rows = new Uint32Array(votes.people)
  let count = 0
  for (let row = 0; row < votes.people; row++) if (answersOf(votes, row) >= enough) rows[count++] = row
  return rows.subarray(0, count)
}

/** The plane as others read it, keyed by statement. */
export function spaceOf(
  { axes: [first, second], explained }: Plane,
  statements: readonly StatementId[],
): Space {
  const keyed = (axis: Float64Array) => new Map(statements.map((id, column) => [id, axis[column]!]))
  return { axes: [keyed(first), keyed(second)], explained }
}

function planeIn(covariance: Covariance, start: readonly Float64Array[]): Plane {
  const { mean, trace, size } = covariance
  if (trace === 0) return { mean, axes: [new Float64Array(size), new Float64Array(size)], explained: [0, 0] }
  const { values, vectors } = leadingPairs(covariance, start)
  const isReal = (i: number) => (values[i] ?? 0) > NOTHING * trace
  const axis = (i: number) => (isReal(i) ? pointed(vectors[i]!) : new Float64Array(size))
  const share = (i: number) => (isReal(i) ? values[i]! / trace : 0)
  return { mean, axes: [axis(0), axis(1)], explained: [share(0), share(1)] }
}

/** The covariance, never written out: each time it is applied, all votes are passed over once. */
function covarianceOver(votes: Votes, engine: Engine): Covariance {
  const size = votes.columns
  const counts = engine.run(tally, votes, { labels: new Uint8Array(votes.people), parts: 1 })
  const mean = new Float64Array(size)
  let trace = 0
  for (let column = 0; column < size; column++) {
    const [disagree, pass, agree] = counts.subarray(3 * column)
    const [seen, sum] = [disagree! + pass! + agree!, agree! - disagree!]
    mean[column] = sum / Math.max(1, seen)
    trace += ((disagree! + agree!) * seen - sum * sum) / Math.max(1, seen)
  }
  const apply = (block: Block) => engine.run(covarianceTimes, votes, { mean, block })
  return { size, mean, trace, apply }
}

/** The loadings of both axes in turn, column by column. */
export function interleavedAxes([first, second]: Plane['axes']): Float64Array {
  const both = new Float64Array(2 * first.length)
  for (let column = 0; column < first.length; column++) {
    both[2 * column] = first[column]!
    both[2 * column + 1] = second[column]!
  }
  return both
}

/** The sign of an axis is a matter of taste, so it is fixed: the largest loading is positive, among equals the first. */
export function pointed(axis: Float64Array, same = SAME): Float64Array {
  const largest = axis.reduce((most, loading) => Math.max(most, Math.abs(loading)), 0)
  const decides = axis.find((loading) => Math.abs(loading) >= largest * (1 - same))!
  return decides < 0 ? axis.map((loading) => -loading) : axis
}

/** Loadings this close in size count as equal, so that rounding does not choose the sign. */
const SAME = 1e-9
