import { awayFromZero, logGamma } from './gamma-function.ts'

/**
 * The value below which a standard normal lies with probability p, to about 1e-15.
 *
 * Source: Acklam's rational start (2003), refined by one Halley step on the error function below.
 *
 * @example
 * normalQuantile(0.975) // ~> 1.959964
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability between 0 and 1 is needed, got ${p}`)
  if (p > 0.5) return -normalQuantile(1 - p)
  const start = p < 0.02425 ? tailStart(Math.sqrt(-2 * Math.log(p))) : middleStart(p - 0.5)
  const error = (normalBelow(start) - p) * Math.sqrt(2 * Math.PI) * Math.exp((start * start) / 2)
  return start - error / (1 + (start * error) / 2)
}

/**
 * The probability that a standard normal lies below z.
 *
 * Source: W. J. Cody's bound is met through the incomplete gamma series (Press et al. 2007, section 6.2).
 *
 * @example
 * normalBelow(1.959963984540054) // ~> 0.975
 */
export function normalBelow(z: number): number {
  const half = lowerGammaHalf((z * z) / 2) / 2
  return z >= 0 ? 0.5 + half : 0.5 - half
}

// Acklam's coefficients, in the order he gives them.
const tailStart = (q: number): number =>
  (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
    4.374664141464968) *
    q +
    2.938163982698783) /
  ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q +
    1)

function middleStart(q: number): number {
  const r = q * q
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  )
}

/** The regularised lower incomplete gamma function at one half: erf(sqrt(x)). */
function lowerGammaHalf(x: number): number {
  if (x === 0) return 0
  const front = Math.exp(-x + 0.5 * Math.log(x) - logGamma(0.5))
  if (x < 1.5) {
    let term = 2
    let sum = term
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (0.5 + k)
      sum += term
    }
    return front * sum
  }
  let b = x + 0.5
  let c = 1 / awayFromZero(0)
  let d = 1 / b
  let h = d
  for (let k = 1; k < 500; k++) {
    const an = -k * (k - 0.5)
    b += 2
    d = 1 / awayFromZero(an * d + b)
    c = awayFromZero(b + an / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return 1 - front * h
}
