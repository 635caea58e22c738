import type { PairCount } from './duels.ts'
import { averaged, laplace, logEvidence, mostProbable, type Posterior, type Problem } from './posterior.ts'

/** How far strengths may be scattered, as precisions: standard deviations from .09 to 5.7 (ADR 0059). */
const PRECISIONS: readonly number[] = Array.from({ length: 13 }, (_, at) => 2 ** (7 - at))

/**
 * Strengths when nobody knows beforehand how far apart they are: every scale is tried, and counts as much as the duels
 * and the prior of scales make it probable.
 *
 * One scale taken for certain is wrong in both directions: strengths scattered twice as far as assumed were covered by
 * 69 % of 95 % intervals, and with the likeliest scale in place of a fixed one by 79 % to 90 % at a hundred duels.
 *
 * Shapes: the mean and covariance of the mixture; the covariance of strengths less their mean.
 * Source: scales integrated as in Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 5.4; ADR 0059.
 */
export function overAllScales(pairs: readonly PairCount[], items: number): Posterior {
  const fits = fitsOf(pairs, items).map((fit) => ({
    ...fit,
    log: fit.evidence + logPrior(fit.problem.precision),
  }))
  const best = Math.max(...fits.map(({ log }) => log))
  const kept = fits.filter(({ log }) => log > best + Math.log(NEGLIGIBLE))
  const sum = kept.reduce((total, { log }) => total + Math.exp(log - best), 0)
  return mixed(
    kept.map(({ problem, peak, log }) => ({
      weight: Math.exp(log - best) / sum,
      posterior: averaged(problem, laplace(problem, peak)),
    })),
    items,
  )
}

/** Strengths on the likeliest scale alone, which is then taken for certain: what is usual, to compare with. */
export function onLikeliestScale(pairs: readonly PairCount[], items: number): Posterior {
  const fits = fitsOf(pairs, items)
  const { problem, peak } = fits.reduce((best, fit) => (fit.evidence > best.evidence ? fit : best))
  return laplace(problem, peak)
}

/** The peak on each scale, each sought from the one before, and how probable the duels are on it. */
function fitsOf(pairs: readonly PairCount[], items: number) {
  let peak: Float64Array = new Float64Array(items)
  return PRECISIONS.map((precision) => {
    const problem: Problem = { pairs, items, precision }
    peak = mostProbable(problem, peak)
    return { problem, peak, evidence: logEvidence(problem, peak) }
  })
}

/** A scale this much less probable than the likeliest one is not tried further. */
const NEGLIGIBLE = 1e-4

/**
 * How probable a scale σ is before any duel, on equal steps of its logarithm: σ² e^(−σ), a Gamma with shape 2. It never
 * says that there are no differences, which a few duels cannot say either.
 *
 * Source: Chung, Rabe-Hesketh, Dorie, Gelman & Liu 2013, Psychometrika 78(4):685-709; ADR 0059.
 */
const logPrior = (precision: number): number => -Math.log(precision) - 1 / Math.sqrt(precision)

interface Weighted {
  readonly weight: number
  readonly posterior: Posterior
}

/** Mean and covariance of a mixture: within its parts, and between them. */
function mixed(parts: readonly Weighted[], items: number): Posterior {
  const mean = new Float64Array(items)
  for (const { weight, posterior } of parts)
    for (let at = 0; at < items; at++) mean[at]! += weight * posterior.mean[at]!
  const covariance = new Float64Array(items * items)
  for (const { weight, posterior } of parts)
    for (let row = 0, cell = 0; row < items; row++)
      for (let column = 0; column < items; column++, cell++) {
        const apart = (posterior.mean[row]! - mean[row]!) * (posterior.mean[column]! - mean[column]!)
        covariance[cell]! += weight * (posterior.covariance[cell]! + apart)
      }
  return { mean, covariance }
}
