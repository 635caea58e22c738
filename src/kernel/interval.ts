import { betaQuantile } from './beta-distribution.ts'
import { normalQuantile } from './normal-distribution.ts'

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

function requireCounts(yes: number, n: number): void {
  if (!(yes >= 0 && yes <= n && Number.isFinite(n)))
    throw new RangeError(`a count within 0..${n} is needed, got ${yes}`)
}
