import type { Axes, Rows } from '../kernels/index.ts'
import { sumsByStretch } from './sums-by-stretch.ts'

/** The label of a row that is in no group. */
export const NONE = 255

/**
 * Where every row stands, scaled for how much it answered, and which centre is nearest: written where the input says.
 * The result are the sums of those nearest to each centre: how many, of x, and of y.
 *
 * Shapes: three numbers per centre, centre by centre; without centres, who is placed keeps label 0.
 */
export const stand = sumsByStretch<StandInput>(
  'stand',
  ({ input: { centres } }) => 1.5 * centres.length,
  (kernels, rows, input) => {
    kernels.project(rows, input.axes, input.positions.subarray(2 * rows.from, 2 * rows.to))
    return labelled(rows, input)
  },
)

export interface StandInput {
  readonly axes: Axes
  /** How far to stretch the sums of who answered 0, 1, 2 … statements. */
  readonly scales: Float64Array
  /** Fewest answers with which somebody is placed. */
  readonly enough: number
  /** x and y of each, in turn. */
  readonly centres: Float64Array
  /** An x and a y per row, on memory that threads share. */
  readonly positions: Float64Array
  /** On memory that threads share: 0, or NONE where nobody is to be labelled. */
  readonly labels: Uint8Array
}

function labelled({ from, to, votes: { rowStart } }: Rows, input: StandInput): Float64Array {
  const { scales, enough, centres, positions, labels } = input
  const sums = new Float64Array(1.5 * centres.length)
  for (let row = from; row < to; row++) {
    const answers = rowStart[row + 1]! - rowStart[row]!
    const x = positions[2 * row]! * scales[answers]!
    const y = positions[2 * row + 1]! * scales[answers]!
    positions[2 * row] = x
    positions[2 * row + 1] = y
    if (answers < enough) labels[row] = NONE
    if (labels[row] === NONE || centres.length === 0) continue
    const nearest = nearestTo(x, y, centres)
    labels[row] = nearest
    sums[3 * nearest]!++
    sums[3 * nearest + 1]! += x
    sums[3 * nearest + 2]! += y
  }
  return sums
}

/** The number of the nearest centre; of equally near ones the first. A centre without a place is never near. */
export function nearestTo(x: number, y: number, centres: Float64Array): number {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < centres.length; at += 2) {
    const dx = x - centres[at]!
    const dy = y - centres[at + 1]!
    const squared = dx * dx + dy * dy
    if (squared < least) {
      least = squared
      nearest = at >> 1
    }
  }
  return nearest
}
