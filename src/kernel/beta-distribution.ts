import { awayFromZero, logGamma } from './gamma-function.ts'

/**
 * The probability that a Beta(a, b) share lies below x.
 *
 * Source: Lentz's continued fraction for the incomplete beta function; Press et al. 2007, Numerical Recipes,
 * 3rd ed., section 6.4.
 *
 * @example
 * betaBelow(0.5, 2, 2) // ~> 0.5
 */
export function betaBelow(x: number, a: number, b: number): number {
  return belowGiven(x, a, b, logBeta(a, b))
}

/**
 * The share below which a Beta(a, b) lies with probability p.
 *
 * Newton steps within a bracket that halves where a step would leave it: it cannot leave [0, 1].
 *
 * @example
 * betaQuantile(0.5, 3, 3) // ~> 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const normaliser = logBeta(a, b)
  let [low, high, x] = [0, 1, a / (a + b)]
  for (let step = 0; step < 100; step++) {
    const miss = belowGiven(x, a, b, normaliser) - p
    if (miss < 0) low = x
    else high = x
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - normaliser)
    const newton = x - miss / density
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= 1e-14 * x) return next
    x = next
  }
  return x
}

/** ln of the beta function. */
const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

function belowGiven(x: number, a: number, b: number, normaliser: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - normaliser)
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return h
}
