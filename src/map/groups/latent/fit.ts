import type { QuickChance } from '../../../kernel/index.ts'
import type { Votes } from '../../votes/matrix.ts'
import { answerShares, type Classes, emStep, posterior, startingClasses } from './classes.ts'

/** Classes and how likely they make the votes they were fitted to. */
export interface FittedClasses {
  readonly classes: Classes
  readonly likelihood: number
}

/**
 * The k classes that make the votes likeliest, of several starts, each followed until a step gains next to nothing.
 *
 * A start that is behind after a few steps is often ahead in the end, so none is given up early.
 *
 * Shapes: `known`: classes to start from besides those drawn.
 */
export function fitClasses(
  votes: Votes,
  k: number,
  {
    random,
    starts,
    known,
  }: { readonly random: QuickChance; readonly starts: number; readonly known: readonly Classes[] },
): FittedClasses {
  const prior = answerShares(votes)
  const drawn = Array.from({ length: k === 1 ? 1 : starts }, () => startingClasses(k, prior, random))
  return [...known, ...drawn]
    .map((classes) => followed(votes, classes, prior, MOST_STEPS))
    .reduce((best, one) => (one.likelihood > best.likelihood ? one : best))
}

/** The same classes, followed for so many steps of expectation maximisation on these votes. */
export function followed(votes: Votes, from: Classes, prior: Float64Array, most: number): FittedClasses {
  let classes = from
  let likelihood = Number.NEGATIVE_INFINITY
  for (let at = 0; at < most; at++) {
    const next = emStep(votes, classes, prior)
    classes = next.classes
    const gained = next.likelihood - likelihood
    likelihood = next.likelihood
    if (gained < ENOUGH * Math.abs(likelihood)) break
  }
  return { classes, likelihood }
}

/** For each row, its likeliest class, and how likely that is. */
export function likeliest(votes: Votes, { k, shares, logChance }: Classes) {
  const labels = new Uint8Array(votes.people)
  const sure = new Float64Array(votes.people)
  const belongs = new Float64Array(k)
  const logShare = shares.map(Math.log)
  for (let row = 0; row < votes.people; row++) {
    posterior(votes, row, { logShare, logChance, belongs })
    for (let c = 0; c < k; c++)
      if (belongs[c]! > sure[row]!) {
        sure[row] = belongs[c]!
        labels[row] = c
      }
  }
  return { labels, sure }
}

/** Steps after which a start is left, and the share of the likelihood that a step must gain (ADR 0004). */
const MOST_STEPS = 150
const ENOUGH = 2e-7
