import { type Block, WIDTH } from '../space/block.ts'
import { leadingPairs } from '../space/krylov.ts'
import { type Plane, positionsOf } from '../space/space.ts'
import type { VotesOnMap } from '../votes/matrix.ts'

/**
 * Where everybody would stand, had each person come so many times.
 *
 * The axes are sought only as far as a drawing can show: what is left of A·v − λ·v is a few thousandths of all
 * variance, while drawing people anew moves the axes by hundredths (ADR 0014).
 *
 * Shapes: `times`: one count per row; 0 leaves the person out of the axes, not off the map. -> x and y per row.
 */
export function redrawnPositions(matrix: VotesOnMap, plane: Plane, times: Uint8Array): Float64Array {
  const mean = meansOf(matrix, times)
  const operator = {
    size: matrix.columns,
    trace: varianceOf(matrix, mean, times),
    apply: (block: Block) => covarianceTimes({ matrix, mean, times }, block),
  }
  const none = new Float64Array(matrix.columns)
  if (operator.trace === 0) return new Float64Array(2 * matrix.people)
  const known = plane.axes.filter((axis) => axis.some((loading) => loading !== 0))
  const [first = none, second = none] = leadingPairs(operator, known, ROUGHLY).vectors
  return positionsOf(matrix, { mean, axes: [first, second] })
}

interface Weighted {
  readonly matrix: VotesOnMap
  readonly mean: Float64Array
  readonly times: Uint8Array
}

function meansOf(
  { people, columns, rowStart, statement, vote }: VotesOnMap,
  times: Uint8Array,
): Float64Array {
  const seen = new Float64Array(columns)
  const sum = new Float64Array(columns)
  for (let row = 0; row < people; row++) {
    const often = times[row]!
    if (often === 0) continue
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      seen[statement[at]!]! += often
      sum[statement[at]!]! += often * vote[at]!
    }
  }
  return sum.map((total, column) => total / Math.max(1, seen[column]!))
}

function varianceOf(
  { people, rowStart, statement, vote }: VotesOnMap,
  mean: Float64Array,
  times: Uint8Array,
): number {
  let total = 0
  for (let row = 0; row < people; row++) {
    let own = 0
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++)
      own += (vote[at]! - mean[statement[at]!]!) ** 2
    total += times[row]! * own
  }
  return total
}

/** The covariance of the statements, times the number of people, applied to four vectors side by side. */
function covarianceTimes(
  { matrix: { people, rowStart, statement, vote }, mean, times }: Weighted,
  input: Block,
): Block {
  const output = new Float64Array(input.length)
  for (let row = 0; row < people; row++) {
    const often = times[row]!
    if (often === 0) continue
    const to = rowStart[row + 1]!
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = rowStart[row]!; at < to; at++) {
      const cell = WIDTH * statement[at]!
      const differs = often * (vote[at]! - mean[statement[at]!]!)
      a += differs * input[cell]!
      b += differs * input[cell + 1]!
      c += differs * input[cell + 2]!
      d += differs * input[cell + 3]!
    }
    for (let at = rowStart[row]!; at < to; at++) {
      const cell = WIDTH * statement[at]!
      const differs = vote[at]! - mean[statement[at]!]!
      output[cell]! += differs * a
      output[cell + 1]! += differs * b
      output[cell + 2]! += differs * c
      output[cell + 3]! += differs * d
    }
  }
  return output
}

const ROUGHLY = 2e-3
