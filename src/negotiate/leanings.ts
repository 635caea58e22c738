import { betaBelow, type GroupId, JEFFREYS, logGamma, type Prior } from '../kernel/index.ts'
import { correctedForMany } from '../map/index.ts'
import { meanShare, type Stratum, type Tally, together } from './strata.ts'

/** What is shown of a group: that it prefers the side, that it prefers the other, or neither. */
export type Leaning = 'for' | 'against' | 'not-shown'

/** A leaning is called at this probability, and at most a share of 1 − this of those called is false (ADR 0007). */
export const CALLED = 0.95

/**
 * Which side each group is on, ruling by ruling, where its own answers show it and shrinking it toward everybody does
 * not take it back.
 *
 * Many groups are looked at in many rulings, and each could lean either way: some would by chance. Their own answers
 * must therefore survive correction for all of them together. Shrinkage may silence a call but never makes one, so that
 * no group is spoken for by the others.
 *
 * Shapes: the strata of each ruling -> for each ruling its groups; people in no group are not called.
 * Source: false discoveries, Benjamini & Yekutieli 2001; empirical Bayes with a beta prior, Gelman et al. 2013,
 *         section 5.3; `parley bench harm`; ADR 0007.
 */
export function leaningsOf(
  rulings: readonly (readonly Stratum[])[],
): readonly ReadonlyMap<GroupId, Leaning>[] {
  const looked = rulings.map((strata) =>
    strata.filter((one): one is Stratum & { group: GroupId } => one.group !== null),
  )
  const against = looked.flat().map((stratum) => above(ANSWERS_ALONE, stratum))
  const corrected = correctedForMany(against.flatMap((p) => [p, 1 - p]))
  let at = 0
  return looked.map((groups, ruling) => {
    const prior = likeliestPrior(rulings[ruling]!)
    return new Map(
      groups.map((stratum) => {
        const [pAgainst, pFor] = [corrected[2 * at]!, corrected[2 * at + 1]!]
        at++
        return [stratum.group, leaningOf({ pAgainst, pFor, shrunk: above(prior, stratum) })]
      }),
    )
  })
}

interface Shown {
  /** How often so much against the side, or for it, would be called by chance, corrected for all that was looked at. */
  readonly pAgainst: number
  readonly pFor: number
  /** The probability that most of the group prefer the side, after shrinkage. */
  readonly shrunk: number
}

function leaningOf({ pAgainst, pFor, shrunk }: Shown): Leaning {
  if (pFor <= 1 - CALLED && shrunk >= CALLED) return 'for'
  if (pAgainst <= 1 - CALLED && 1 - shrunk >= CALLED) return 'against'
  return 'not-shown'
}

const ANSWERS_ALONE: Prior = JEFFREYS

/** The probability that more than half of a group prefers the side. */
const above = (prior: Prior, { wins, n }: Tally): number =>
  1 - betaBelow(0.5, prior.yes + wins, prior.no + n - wins)

/** The share of everybody, worth as many answers to each group as make the groups' answers likeliest. */
function likeliestPrior(strata: readonly Tally[]): Prior {
  const overall = meanShare(together(strata))
  const priorOf = (weight: number): Prior => ({ yes: overall * weight, no: (1 - overall) * weight })
  const likelihood = (weight: number) =>
    strata.reduce((sum, tally) => sum + logBetaBinomial(tally, priorOf(weight)), 0)
  return priorOf(WEIGHTS.reduce((best, weight) => (likelihood(weight) > likelihood(best) ? weight : best)))
}

// From "groups are all alike" to "groups have nothing in common", as far as a few hundred answers can tell.
const WEIGHTS = [256, 128, 64, 32, 16, 8, 4, 2, 1]

const logBetaBinomial = ({ wins, n }: Tally, { yes, no }: Prior): number =>
  logBeta(yes + wins, no + n - wins) - logBeta(yes, no)

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)
