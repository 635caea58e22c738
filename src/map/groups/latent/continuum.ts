import { projected, singleThread } from '../../engine/index.ts'
import { interleavedAxes, planeOf } from '../../space/space.ts'
import type { Votes } from '../../votes/matrix.ts'
import { answerShares } from './classes.ts'
import type { Halves } from './held-back.ts'

/**
 * For each row, the log likelihood of the votes held back, if people had no groups but places: agreement rises or
 * falls with where somebody stands on the map that the other votes draw.
 *
 * Classes will cut any continuum into pieces. They are groups only if they foretell votes better than places do.
 *
 * Each statement has a logistic regression on the two coordinates, fitted with a little ridge; a vote is told from the
 * person's place as it is without that vote. A pass is as likely for everybody.
 *
 * Source: discrete against continuous latent structure, Haertel 1990, Psychometrika 55(3):477-494; ADR 0004.
 */
export function foretoldByPlace({ kept, held }: Halves): Float64Array {
  const { mean, axes } = planeOf(kept)
  const sums = projected(singleThread, kept, { mean, loadings: interleavedAxes(axes) })
  const shares = answerShares(kept)
  const stand: Stand = { mean, axes, sums }
  const slopes = slopesOf(kept, stand, shares)
  const foretold = new Float64Array(held.people)
  for (let row = 0; row < held.people; row++) {
    const answers = Math.max(1, kept.rowStart[row + 1]! - kept.rowStart[row]!)
    const x = stand.sums[2 * row]! / Math.sqrt(answers)
    const y = stand.sums[2 * row + 1]! / Math.sqrt(answers)
    for (let at = held.rowStart[row]!; at < held.rowStart[row + 1]!; at++) {
      const column = held.statement[at]!
      const passes = shares[3 * column + 1]!
      const agrees = agreement(slopes, column, x, y)
      const vote = held.vote[at]!
      foretold[row]! += Math.log(vote === 0 ? passes : (1 - passes) * (vote > 0 ? agrees : 1 - agrees))
    }
  }
  return foretold
}

interface Stand {
  readonly mean: Float64Array
  readonly axes: readonly [Float64Array, Float64Array]
  /** For each row, Σ (answer − mean) · loading along both axes, in turn. */
  readonly sums: Float64Array
}

/** For each statement, the three coefficients of agreement: of 1, x and y; by Newton's method. */
function slopesOf(kept: Votes, stand: Stand, shares: Float64Array): Float64Array {
  const slopes = new Float64Array(3 * kept.columns)
  for (let column = 0; column < kept.columns; column++)
    slopes[3 * column] = Math.log(shares[3 * column + 2]! / shares[3 * column]!)
  for (let round = 0; round < ROUNDS; round++) {
    const terms = termsOf(kept, stand, slopes)
    for (let column = 0; column < kept.columns; column++) {
      const own = terms.subarray(9 * column, 9 * column + 9)
      for (let i = 0; i < 3; i++) own[i]! -= RIDGE[i]! * slopes[3 * column + i]!
      solved(own).forEach((change, i) => {
        slopes[3 * column + i]! += change
      })
    }
  }
  return slopes
}

/** For each statement, three gradients and the six entries of the curvature: 11, 1x, 1y, xx, xy, yy. */
function termsOf(
  { people, columns, rowStart, statement, vote }: Votes,
  stand: Stand,
  slopes: Float64Array,
): Float64Array {
  const terms = new Float64Array(9 * columns)
  for (let row = 0; row < people; row++) {
    const others = Math.sqrt(Math.max(1, rowStart[row + 1]! - rowStart[row]! - 1))
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      if (vote[at] === 0) continue
      const column = statement[at]!
      const differs = vote[at]! - stand.mean[column]!
      const x = (stand.sums[2 * row]! - differs * stand.axes[0][column]!) / others
      const y = (stand.sums[2 * row + 1]! - differs * stand.axes[1][column]!) / others
      const agrees = agreement(slopes, column, x, y)
      const left = Number(vote[at]! > 0) - agrees
      const bends = agrees * (1 - agrees)
      const to = 9 * column
      terms[to]! += left
      terms[to + 1]! += left * x
      terms[to + 2]! += left * y
      terms[to + 3]! += bends
      terms[to + 4]! += bends * x
      terms[to + 5]! += bends * y
      terms[to + 6]! += bends * x * x
      terms[to + 7]! += bends * x * y
      terms[to + 8]! += bends * y * y
    }
  }
  return terms
}

/** The step that a gradient and a curvature ask for, by Cramer's rule. */
function solved([g0 = 0, g1 = 0, g2 = 0, h00 = 0, b = 0, c = 0, h11 = 0, e = 0, h22 = 0]: ArrayLike<number> &
  Iterable<number>): readonly number[] {
  const [a, d, f] = [h00 + RIDGE[0], h11 + RIDGE[1], h22 + RIDGE[2]]
  const all = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d)
  return [
    (g0 * (d * f - e * e) + g1 * (c * e - b * f) + g2 * (b * e - c * d)) / all,
    (g0 * (c * e - b * f) + g1 * (a * f - c * c) + g2 * (b * c - a * e)) / all,
    (g0 * (b * e - c * d) + g1 * (b * c - a * e) + g2 * (a * d - b * b)) / all,
  ]
}

const agreement = (slopes: Float64Array, column: number, x: number, y: number): number =>
  1 / (1 + Math.exp(-(slopes[3 * column]! + slopes[3 * column + 1]! * x + slopes[3 * column + 2]! * y)))

/** Newton steps, each from the last (ADR 0004). */
const ROUNDS = 6
/** Keeps a statement that few saw, or that all of them agree with, from slopes without end (ADR 0004). */
const RIDGE = [0.03, 0.03, 0.03] as const
