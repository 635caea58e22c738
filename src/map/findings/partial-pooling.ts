import { CLOSENESS, type Counts, imagined, likelihoods, MIDDLES } from './beta-binomial.ts'

/** Means and variances of shares, given the counts. */
export interface Moments {
  readonly mean: Float64Array
  readonly variance: Float64Array
}

export interface Pooled {
  /** The share of each group, in the order of the counts. */
  readonly shares: Moments
  /** How the shares of a statement hang together: for each statement the covariance of every two groups' shares. */
  readonly covariances: Float64Array
  /** The product of the groups' shares, one per statement. */
  readonly products: Moments
}

/**
 * What the groups' shares are, when groups lend to each other and statements to the rest.
 *
 * A group's share is scattered around its statement's middle, closely or loosely. Where the middles lie is read off all
 * statements, and how closely a group keeps to them off all its shares, so that a small group that always differs is
 * not drawn to the others. Few votes are drawn to the middle, many are not. Only these two weightings are estimated as
 * numbers; they start from imagined counts, so that a few statements do not make them look sure.
 *
 * Shapes: counts of s statements × g groups -> s × g shares, s × g × g covariances, s products.
 * Units:  shares of 1, and their squares. A cell that nobody saw has what the other cells say about it.
 * Source: hierarchical beta-binomial, Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 5.3; weightings by
 *         the EM of Laird 1978, J. Am. Stat. Assoc. 73(364):805-811; grid, prior and coverage: ADR 0034.
 */
export function pooled(counts: Counts): Pooled {
  const likelihood = likelihoods(counts)
  let weights = uniform(counts.groups)
  for (let step = 0; step < STEPS; step++) weights = reweighted(likelihood, counts.groups, weights)
  return momentsOf(counts, likelihood, weights)
}

/** How common each middle is among statements, and each closeness among a group's shares: one row per group. */
interface Weights {
  readonly middle: Float64Array
  readonly closeness: Float64Array
}

const K = CLOSENESS.length
const uniform = (groups: number): Weights => ({
  middle: new Float64Array(MIDDLES).fill(1 / MIDDLES),
  closeness: new Float64Array(groups * K).fill(1 / K),
})
/** Steps of EM; further ones change coverage by nothing that can be measured (ADR 0034). */
const STEPS = 16
/** Imagined statements at each middle, and imagined shares at each closeness, loose first (ADR 0034). */
const IMAGINED = { middle: 0.5, closeness: [3, 3, 1, 1, 1, 1] }
/** A middle this improbable changes nothing that is shown; where many saw a statement, most are. */
const NEGLIGIBLE = 1e-12

/** One step of EM: each statement's middles and cells' closenesses as the weights make them, counted. */
function reweighted(likelihood: Float64Array, groups: number, weights: Weights): Weights {
  const middle = new Float64Array(MIDDLES).fill(IMAGINED.middle)
  const closeness = new Float64Array(groups * K).map((_, at) => IMAGINED.closeness[at % K]!)
  eachStatement(likelihood, groups, weights, (statement, posterior, marginal) => {
    for (let j = 0; j < MIDDLES; j++) {
      if (posterior[j]! < NEGLIGIBLE) continue
      middle[j]! += posterior[j]!
      for (let g = 0; g < groups; g++) {
        const scale = posterior[j]! / marginal[g * MIDDLES + j]!
        const at = ((statement * groups + g) * MIDDLES + j) * K
        for (let k = 0; k < K; k++)
          closeness[g * K + k]! += scale * weights.closeness[g * K + k]! * likelihood[at + k]!
      }
    }
  })
  for (let g = 0; g < groups; g++) normalise(closeness.subarray(g * K, (g + 1) * K))
  return { middle: normalise(middle), closeness }
}

/** Visits each statement with how probable each of its middles is, and how likely each cell is at each middle. */
function eachStatement(
  likelihood: Float64Array,
  groups: number,
  { middle, closeness }: Weights,
  visit: (statement: number, posterior: Float64Array, marginal: Float64Array) => void,
): void {
  const size = groups * MIDDLES
  const marginal = new Float64Array(size)
  const posterior = new Float64Array(MIDDLES)
  for (let statement = 0; statement * size * K < likelihood.length; statement++) {
    posterior.set(middle)
    for (let g = 0; g < groups; g++)
      for (let j = 0; j < MIDDLES; j++) {
        const at = (statement * size + g * MIDDLES + j) * K
        let sum = 0
        for (let k = 0; k < K; k++) sum += closeness[g * K + k]! * likelihood[at + k]!
        marginal[g * MIDDLES + j] = sum
        posterior[j]! *= sum
      }
    visit(statement, normalise(posterior), marginal)
  }
}

function momentsOf({ yes, n, groups }: Counts, likelihood: Float64Array, weights: Weights): Pooled {
  const shares = { mean: new Float64Array(yes.length), variance: new Float64Array(yes.length) }
  const both = new Float64Array(yes.length * groups)
  const own = new Float64Array(groups)
  const statements = yes.length / groups
  const products = { mean: new Float64Array(statements), variance: new Float64Array(statements) }
  eachStatement(likelihood, groups, weights, (statement, posterior, marginal) => {
    for (let j = 0; j < MIDDLES; j++) {
      if (posterior[j]! < NEGLIGIBLE) continue
      let [product, square] = [posterior[j]!, posterior[j]!]
      for (let g = 0; g < groups; g++) {
        const cell = statement * groups + g
        let [first, second] = [0, 0]
        for (let k = 0; k < K; k++) {
          const weight = weights.closeness[g * K + k]! * likelihood[(cell * MIDDLES + j) * K + k]!
          const [a, all] = [yes[cell]! + imagined(j, k), n[cell]! + CLOSENESS[k]!]
          first += (weight * a) / all
          second += (weight * a * (a + 1)) / (all * (all + 1))
        }
        first /= marginal[g * MIDDLES + j]!
        second /= marginal[g * MIDDLES + j]!
        shares.mean[cell]! += posterior[j]! * first
        shares.variance[cell]! += posterior[j]! * second
        own[g] = first
        product *= first
        square *= second
      }
      for (let g = 0, at = statement * groups * groups; g < groups; g++)
        for (let h = 0; h < groups; h++) both[at++]! += posterior[j]! * own[g]! * own[h]!
      products.mean[statement]! += product
      products.variance[statement]! += square
    }
  })
  return { shares: centred(shares), covariances: covariancesOf(both, shares), products: centred(products) }
}

/**
 * Means of products made covariances. At a middle of their own, shares scatter apart: only a share's product with
 * itself is more than that of its means there.
 */
function covariancesOf(both: Float64Array, { mean, variance }: Moments): Float64Array {
  const groups = both.length / Math.max(1, mean.length)
  return both.map((product, at) => {
    const cell = Math.floor(at / groups)
    const other = cell - (cell % groups) + (at % groups)
    return (cell === other ? variance[cell]! : product) - mean[cell]! * mean[other]!
  })
}

/** Second moments made variances. */
const centred = ({ mean, variance }: Moments): Moments => ({
  mean,
  variance: variance.map((second, at) => second - mean[at]! ** 2),
})

/** Divides by the sum, in place. */
function normalise(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0)
  for (let at = 0; at < values.length; at++) values[at]! /= sum
  return values
}
