import type { Votes } from '../votes/matrix.ts'

/**
 * People divided by how they answer, so finely that each part still tells how its members answer each statement.
 *
 * Within one crowd, what people share because they think alike is mostly accounted for: what two of its members still
 * have in common beyond the crowd's shares needs another reason.
 */
export interface Crowds {
  /** For each row, the number of its crowd. */
  readonly of: Uint32Array
  readonly count: number
}

/**
 * Divides people again and again along the direction in which they differ most, while both halves hold enough answers
 * to each statement.
 *
 * Shapes: one crowd number per row.
 * Source: this project, ADR 0036; principal direction divisive partitioning, Boley 1998, Data Min. Knowl. Discov. 2.
 */
export function crowdsOf(votes: Votes): Crowds {
  const of = new Uint32Array(votes.people)
  const enough = (ANSWERS_EACH * votes.columns * votes.people) / Math.max(1, votes.vote.length)
  const least = Math.max(FEWEST, Math.ceil(enough))
  const open: Uint32Array[] = [Uint32Array.from({ length: votes.people }, (_, row) => row)]
  let count = 0
  for (let rows = open.pop(); rows !== undefined; rows = open.pop()) {
    const halves = rows.length < 2 * least ? null : halvesOf(votes, rows)
    if (halves === null || halves.some((half) => half.length < least)) {
      for (const row of rows) of[row] = count
      count++
    } else open.push(...halves)
  }
  return { of, count }
}

/** Those on either side of the mean along the first principal direction of these people; null where all are alike. */
function halvesOf(votes: Votes, rows: Uint32Array): readonly [Uint32Array, Uint32Array] | null {
  const mean = meansOf(votes, rows)
  let axis: Float64Array = mean.map((_, column) => 1 + ((column * 0x9e3779b1) >>> 0) / 2 ** 32)
  for (let pass = 0; pass < PASSES; pass++) {
    const next = covarianceTimes(votes, rows, { mean, axis })
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0))
    if (!(length > 0)) return null
    axis = next.map((value) => value / length)
  }
  const places = rowsAlong(votes, rows, { mean, axis })
  return [rows.filter((_, at) => places[at]! < 0), rows.filter((_, at) => places[at]! >= 0)]
}

interface Direction {
  readonly mean: Float64Array
  readonly axis: Float64Array
}

function meansOf({ rowStart, statement, vote, columns }: Votes, rows: Uint32Array): Float64Array {
  const [sum, seen] = [new Float64Array(columns), new Float64Array(columns)]
  for (const row of rows)
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      sum[statement[at]!]! += vote[at]!
      seen[statement[at]!]!++
    }
  return sum.map((value, column) => value / Math.max(1, seen[column]!))
}

function rowsAlong(
  { rowStart, statement, vote }: Votes,
  rows: Uint32Array,
  { mean, axis }: Direction,
): Float64Array {
  return Float64Array.from(rows, (row) => {
    let place = 0
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++)
      place += (vote[at]! - mean[statement[at]!]!) * axis[statement[at]!]!
    return place
  })
}

function covarianceTimes(votes: Votes, rows: Uint32Array, direction: Direction): Float64Array {
  const { rowStart, statement, vote } = votes
  const places = rowsAlong(votes, rows, direction)
  const out = new Float64Array(votes.columns)
  rows.forEach((row, index) => {
    const place = places[index]!
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++)
      out[statement[at]!]! += (vote[at]! - direction.mean[statement[at]!]!) * place
  })
  return out
}

/** So many answers to a statement, on average, tell a crowd's shares to about a tenth (ADR 0036). */
const ANSWERS_EACH = 25
/** Fewest people in a crowd, so that a few copies are not a crowd of their own (ADR 0036). */
const FEWEST = 40
const PASSES = 8
