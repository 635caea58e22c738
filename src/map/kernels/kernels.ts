import type { Votes } from '../votes/matrix.ts'

/**
 * The inner loops of a map, each over some neighbouring rows at a time. There are two implementations, and both give
 * the same bits (`kernels.case.ts`): counts are whole numbers, and sums are added in the same order.
 */
export interface Kernels {
  readonly name: 'TypeScript' | 'WebAssembly'
  /** Counts who answered each column and sums the answers; adds to what is there. */
  columnStats(rows: Rows, into: ColumnStats): void
  /** Counts each answer to each column in each part; adds to what is there. */
  tally(rows: Rows, parts: Parts, into: Uint32Array): void
  /** Writes the sums of (answer − mean) · loading of each row, along two axes: two numbers per row. */
  project(rows: Rows, axes: Axes, into: Float64Array): void
  /** The rows' share of the columns' covariance matrix times four vectors: four numbers per column. */
  covarianceTimes(rows: Rows, mean: Float64Array, block: Float64Array): Float64Array
  /**
   * Solves each row's intercept and factor in the bridging model, given the columns', and sums up what the columns
   * need to know of them: of f_u, f_u², i_u and (r − i_u) · f_u over those who answered, r being 1, ½ or 0; four
   * numbers per column, then the rows' share of the objective. `items` holds μ + i_n − ½ and f_n of each column.
   */
  bridgingSums(rows: Rows, items: Float64Array, person: Penalty): Float64Array
  /**
   * How far the columns' intercepts would move, were each answer in turn not given: squares, one sum per column; then
   * the sums of the rows' factors and of their squares. An answer moves its column by its error, made larger by the say
   * that it had in its own prediction, through its row and through its column (leave-one-out residuals, ADR 0027).
   */
  bridgingMoves(rows: Rows, levers: Levers): Float64Array
  /** Counts what pairs of columns were answered together, until it is asked for the counts. */
  pairCounter(columns: number): PairCounter
  /**
   * Keeps a square matrix, to multiply vectors by it again and again, until another is kept. `write` fills every cell,
   * row by row.
   */
  squareMatrix(size: number, write: (cells: Float64Array) => void): SquareMatrix
  /** For each place, its summed distance to the people of each set: one number per set. */
  distanceSums(places: PlacesInSets): Float64Array
}

/**
 * Some neighbouring rows: `from` and up to, not including, `to`; at most MOST_ROWS.
 *
 * The vectors of a kernel lie side by side, one number of each per column: of two axes, `first[0], second[0],
 * first[1], …`. So one look at a column finds all of them.
 */
export interface Rows {
  readonly votes: Votes
  readonly from: number
  readonly to: number
}

/** Most rows of one call, so that a count of them, either sign, fits 16 bits. */
export const MOST_ROWS = 0x7fff

/** What the square of an intercept and of a factor cost in the bridging model. */
export interface Penalty {
  readonly intercept: number
  readonly factor: number
}

/** What explains an answer in the bridging model, and how much of a say one answer has. */
export interface Levers {
  readonly items: Float64Array
  readonly person: Penalty
  /** Three numbers per column, of the inverse of its two equations: d, b and a, each over the determinant. */
  readonly inverse: Float64Array
}

/** The loadings on both axes, side by side, and the means they are counted from. */
export interface Axes {
  readonly mean: Float64Array
  readonly loadings: Float64Array
}

export interface ColumnStats {
  readonly seen: Uint32Array
  readonly sum: Int32Array
}

/**
 * Which part of the people each row is in: the label of its row; a label of no part counts as the last part.
 *
 * Shapes: counts stand part by part, in a part column by column, of a column disagree, pass, agree.
 */
export interface Parts {
  readonly labels: Uint8Array
  readonly parts: number
}

export interface PairCounter {
  add(rows: Rows): void
  /**
   * Four counts per pair of columns, row by row of the upper triangle with its diagonal: how many answered both, and
   * over them the sums of left · right, of left and of right.
   */
  counts(): Int32Array
}

export interface SquareMatrix {
  /** The matrix times four vectors. */
  times(block: Float64Array): Float64Array
}

/**
 * Places, set by set: where each set begins, and the end of the last; of each place its point, how many people stand
 * there, and what its width adds to the square of a distance.
 */
export interface PlacesInSets {
  readonly starts: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weight: Float64Array
  readonly blur: Float64Array
}
