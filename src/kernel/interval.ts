/** An estimate that says how sure it is: never printed without `n` and `method`. */
export interface Interval {
  readonly estimate: number
  readonly low: number
  readonly high: number
  /** How many observations it rests on. */
  readonly n: number
  readonly method: IntervalMethod
  /** The share of such intervals that should hold the truth. */
  readonly level: number
}

export type IntervalMethod = 'wilson' | 'clopper-pearson' | 'beta' | 'bootstrap' | 'laplace'

/** The level used unless another is said (DESIGN, words: 95 % unless said). */
export const LEVEL = 0.95

/**
 * A share of yes among n people, honest at 0 % and 100 % and for small n.
 *
 * Shapes: counts -> interval of a share. With n = 0 it is the whole of [0, 1]: nothing is known.
 * Units:  shares of 1.
 * Errors: throws RangeError when yes is not within 0..n; that is a programmer's mistake.
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22(158):209-212.
 *
 * @example
 * wilson(0, 10).high // ~> 0.2775
 * wilson(0, 0) // => { estimate: 0.5, low: 0, high: 1, n: 0, method: 'wilson', level: 0.95 }
 */
export function wilson(yes: number, n: number, level = LEVEL): Interval {
  requireCounts(yes, n)
  if (n === 0) return ignorance('wilson', level)
  const z = normalQuantile((1 + level) / 2)
  const share = yes / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  // Rounding may leave 1e-17 at the ends, where the formula is exactly 0 or 1.
  const low = yes === 0 ? 0 : Math.max(0, middle - half)
  const high = yes === n ? 1 : Math.min(1, middle + half)
  return { estimate: share, low, high, n, method: 'wilson', level }
}

/**
 * A share that never covers less than it says: the exact interval, used where a floor depends on it.
 *
 * Units:  shares of 1.
 * Errors: throws RangeError when yes is not within 0..n.
 * Source: Clopper & Pearson 1934, Biometrika 26(4):404-413.
 *
 * @example
 * clopperPearson(0, 300, 0.9).high // ~> 0.00994
 */
export function clopperPearson(yes: number, n: number, level = LEVEL): Interval {
  requireCounts(yes, n)
  if (n === 0) return ignorance('clopper-pearson', level)
  const tail = (1 - level) / 2
  const low = yes === 0 ? 0 : betaQuantile(tail, yes, n - yes + 1)
  const high = yes === n ? 1 : betaQuantile(1 - tail, yes + 1, n - yes)
  return { estimate: yes / n, low, high, n, method: 'clopper-pearson', level }
}

/**
 * What is known when nobody answered: nothing, said as the whole of [0, 1].
 *
 * @example
 * ignorance('beta').high // => 1
 */
export const ignorance = (method: IntervalMethod, level = LEVEL): Interval => ({
  estimate: 0.5,
  low: 0,
  high: 1,
  n: 0,
  method,
  level,
})

/** What was believed before counting: `yes` and `no` imagined answers. */
export interface Prior {
  readonly yes: number
  readonly no: number
}

/** Half an answer each way. Source: Jeffreys 1946, Proc. R. Soc. A 186:453-461. */
export const JEFFREYS: Prior = { yes: 0.5, no: 0.5 }

/**
 * A share after counting, given a prior: equal tails of the Beta posterior; the estimate is its mean.
 *
 * Units:  shares of 1.
 * Errors: throws RangeError when yes is not within 0..n or the prior is not positive.
 * Source: Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 2.4.
 *
 * @example
 * beta(1, 1, { yes: 1, no: 1 }).estimate // ~> 0.6667
 */
export function beta(yes: number, n: number, prior: Prior = JEFFREYS, level = LEVEL): Interval {
  requireCounts(yes, n)
  if (!(prior.yes > 0 && prior.no > 0))
    throw new RangeError(`a prior needs positive counts, got ${prior.yes} and ${prior.no}`)
  const a = yes + prior.yes
  const b = n - yes + prior.no
  const tail = (1 - level) / 2
  return {
    estimate: a / (a + b),
    low: betaQuantile(tail, a, b),
    high: betaQuantile(1 - tail, a, b),
    n,
    method: 'beta',
    level,
  }
}

/**
 * A share of which the mean and the variance are known: equal tails of the Beta that has both.
 *
 * Units:  shares of 1; n is how many observations the two rest on.
 * Errors: throws RangeError where no share has such a mean and variance.
 *
 * @example
 * betaWith({ mean: 0.5, variance: 1 / 12 }, 10).high // ~> 0.9750
 */
export function betaWith(
  { mean, variance }: { readonly mean: number; readonly variance: number },
  n: number,
): Interval {
  const weight = (mean * (1 - mean)) / variance - 1
  if (!(mean > 0 && mean < 1 && weight > 0))
    throw new RangeError(`no share has mean ${mean} and variance ${variance}`)
  return { ...beta(0, 0, { yes: mean * weight, no: (1 - mean) * weight }), n }
}

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

function requireCounts(yes: number, n: number): void {
  if (!(yes >= 0 && yes <= n && Number.isFinite(n)))
    throw new RangeError(`a count within 0..${n} is needed, got ${yes}`)
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
  let c = 1 / TINY
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

/**
 * ln Γ(x) for x > 0. Source: Lanczos 1964, SIAM J. Numer. Anal. B 1:86-96, with g = 7 and nine terms.
 *
 * @example
 * logGamma(5) // ~> 3.178054
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const sum = LANCZOS.reduce((total, term, k) => total + (k === 0 ? term : term / (shifted + k)), 0)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

const TINY = 1e-300
const awayFromZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x)
