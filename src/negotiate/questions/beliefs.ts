/** How likely a strength is before any comparison: normal with this precision, so that 19 of 20 odds lie below 16 to 1 (ADR 0062). */
export const PRECISION = 1

/** What is believed of how strong some things are: normal, with these means and covariances. */
export interface Beliefs {
  readonly means: Float64Array
  /** Row by row. */
  readonly covariance: Float64Array
}

/** Two different things, by number. */
export type Pair = readonly [first: number, other: number]

/**
 * Before anything was compared.
 *
 * @example
 * varianceOf(unknown(3), [0, 1]) // => 2
 */
export function unknown(things: number): Beliefs {
  const covariance = new Float64Array(things * things)
  for (let at = 0; at < things; at++) covariance[at * things + at] = 1 / PRECISION
  return { means: new Float64Array(things), covariance }
}

/** The probability that the first is preferred, at the means. */
export const chanceOf = ({ means }: Beliefs, [first, other]: Pair): number =>
  1 / (1 + Math.exp(means[other]! - means[first]!))

/** The variance of how much stronger the first is. */
export function varianceOf({ means, covariance }: Beliefs, [first, other]: Pair): number {
  const at = (row: number, column: number) => covariance[row * means.length + column]!
  return at(first, first) + at(other, other) - 2 * at(first, other)
}

/**
 * The beliefs after one more answer: one Newton step from the old peak.
 *
 * Units:  log-odds.
 * Source: Bradley & Terry 1952; the step is that of logistic regression with a Gaussian prior, MacKay 1992, Neural
 * Comput. 4(5):720-736, section 2.
 */
export function answered(beliefs: Beliefs, pair: Pair, win: boolean): Beliefs {
  const { means, covariance } = beliefs
  const n = means.length
  const p = chanceOf(beliefs, pair)
  const weight = p * (1 - p)
  const scale = 1 + weight * varianceOf(beliefs, pair)
  const towards = means.map((_, row) => covariance[row * n + pair[0]]! - covariance[row * n + pair[1]]!)
  return {
    means: means.map((mean, row) => mean + (towards[row]! * (Number(win) - p)) / scale),
    covariance: covariance.map(
      (value, at) => value - (weight * towards[Math.floor(at / n)]! * towards[at % n]!) / scale,
    ),
  }
}
