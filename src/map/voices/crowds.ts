import type { Votes } from '../votes/matrix.ts'

/**
 * People divided by how they answer, so finely that each part still tells how its members answer each statement.
 *
 * Within one crowd, what people share because they think alike is mostly accounted for: what two of its members still
 * have in common beyond the crowd's shares needs another reason.
 */
export interface Crowds {
  /** The crowd by which the answer of this row to this statement is foreseen. */
  of(row: number, column: number): number
  readonly count: number
}

/**
 * Crowds that foresee: each answer from the crowd that the person's answers to the other half of the statements put
 * them in.
 *
 * Who is put together by an answer has that answer in common, so a crowd made with it would explain away most of what
 * copies share, and what anybody shares by chance.
 *
 * Source: this project, ADR 0036; cross-fitting as in Chernozhukov et al. 2018, Econom. J. 21(1):C1-C68.
 */
export function foreseeing(votes: Votes): Crowds {
  const [even, odd] = [crowdsOf(halfOf(votes, 0)), crowdsOf(halfOf(votes, 1))]
  return {
    of: (row, column) => (column % 2 === 0 ? odd : even).of[row]!,
    count: Math.max(even.count, odd.count),
  }
}

/** The answers to every second statement, these numbered anew. */
function halfOf({ people, columns, rowStart, statement, vote }: Votes, from: 0 | 1): Votes {
  const starts = new Uint32Array(people + 1)
  const [statements, answers] = [new Uint32Array(vote.length), new Int8Array(vote.length)]
  let to = 0
  for (let row = 0; row < people; row++) {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      if (statement[at]! % 2 !== from) continue
      statements[to] = statement[at]! >> 1
      answers[to++] = vote[at]!
    }
    starts[row + 1] = to
  }
  return {
    people,
    columns: (columns + 1 - from) >> 1,
    rowStart: starts,
    statement: statements.subarray(0, to),
    vote: answers.subarray(0, to),
  }
}

/**
 * Divides people again and again along the direction in which they differ most, while both halves hold enough answers
 * to each statement.
 *
 * Shapes: one crowd number per row.
 * Source: this project, ADR 0036; principal direction divisive partitioning, Boley 1998, Data Min. Knowl. Discov. 2.
 */
function crowdsOf(votes: Votes): { readonly of: Uint32Array; readonly count: number } {
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
  const some = sampleOf(rows)
  const mean = meansOf(votes, some)
  let axis: Float64Array = mean.map((_, column) => 1 + ((column * 0x9e3779b1) >>> 0) / 2 ** 32)
  for (let pass = 0; pass < PASSES; pass++) {
    const next = covarianceTimes(votes, some, { mean, axis })
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0))
    if (!(length > 0)) return null
    axis = next.map((value) => value / length)
  }
  const places = rowsAlong(votes, rows, { mean, axis })
  return [rows.filter((_, at) => places[at]! < 0), rows.filter((_, at) => places[at]! >= 0)]
}

/** People enough to show the direction in which all of these differ most: every so many. */
function sampleOf(rows: Uint32Array): Uint32Array {
  const step = Math.ceil(rows.length / MOST_SAMPLED)
  return step <= 1 ? rows : rows.filter((_, at) => at % step === 0)
}

interface Direction {
  readonly mean: Float64Array
  readonly axis: Float64Array
}

function meansOf({ rowStart, statement, vote, columns }: Votes, rows: Uint32Array): Float64Array {
  const sum = new Float64Array(columns)
  const seen = new Float64Array(columns)
  for (let index = 0; index < rows.length; index++) {
    const to = rowStart[rows[index]! + 1]!
    for (let at = rowStart[rows[index]!]!; at < to; at++) {
      sum[statement[at]!]! += vote[at]!
      seen[statement[at]!]!++
    }
  }
  return sum.map((value, column) => value / Math.max(1, seen[column]!))
}

function rowsAlong(votes: Votes, rows: Uint32Array, direction: Direction): Float64Array {
  const places = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index++) places[index] = rowAlong(votes, rows[index]!, direction)
  return places
}

function rowAlong({ rowStart, statement, vote }: Votes, row: number, { mean, axis }: Direction): number {
  const to = rowStart[row + 1]!
  let place = 0
  for (let at = rowStart[row]!; at < to; at++) {
    const column = statement[at]!
    place += (vote[at]! - mean[column]!) * axis[column]!
  }
  return place
}

function covarianceTimes(votes: Votes, rows: Uint32Array, direction: Direction): Float64Array {
  const { rowStart, statement, vote } = votes
  const { mean } = direction
  const out = new Float64Array(votes.columns)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    const place = rowAlong(votes, row, direction)
    const to = rowStart[row + 1]!
    for (let at = rowStart[row]!; at < to; at++) {
      const column = statement[at]!
      out[column]! += (vote[at]! - mean[column]!) * place
    }
  }
  return out
}

/** So many answers to a statement, on average, tell a crowd's shares to about a tenth (ADR 0036). */
const ANSWERS_EACH = 25
/** Fewest people in a crowd, so that a few copies are not a crowd of their own (ADR 0036). */
const FEWEST = 40
/** Steps of power iteration, each from the last: a direction that divides people well, not the last bit of it (ADR 0036). */
const PASSES = 8
/** Most people in whose answers a direction is sought (ADR 0036). */
const MOST_SAMPLED = 2000
