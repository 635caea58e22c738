import { quickChance } from '../../../kernel/index.ts'
import type { ClassesTried } from '../../opinion-map.ts'
import type { Votes } from '../../votes/matrix.ts'
import { type Classes, split } from './classes.ts'
import { foretoldByPlace } from './continuum.ts'
import { fitClasses } from './fit.ts'
import { difference, foretold, heldBack } from './held-out.ts'

/** How many classes the votes speak for, and how clearly. */
export interface Choice {
  readonly classes: Classes
  readonly tried: readonly ClassesTried[]
  /** By how much more log likelihood a person the classes foretell votes than places on the map do. */
  readonly overPlace: { readonly mean: number; readonly error: number }
}

/**
 * The fewest classes that foretell votes held back no worse than the best number does, within one standard error.
 *
 * Source: the one-standard-error rule, Breiman et al. 1984, Classification and Regression Trees, section 3.4.3, on
 *         paired differences between people; ADR 0004.
 */
export function* choiceSteps(votes: Votes, rows: ArrayLike<number>, seed: string): Generator<number, Choice> {
  const halves = heldBack(votes, rows, `${seed}/held`)
  const fitted: { readonly classes: Classes; readonly own: Float64Array }[] = []
  for (let k = 1; k <= MOST_CLASSES; k++) {
    const random = quickChance(`${seed}/classes/${k}`)
    const fewer = fitted[k - 2]?.classes
    const known =
      fewer === undefined ? [] : [split(fewer, fewer.shares.indexOf(Math.max(...fewer.shares)), random)]
    const { classes } = fitClasses(halves.kept, k, { random, starts: STARTS, known })
    fitted.push({ classes, own: foretold(halves, classes) })
    yield k
    if (isPast(fitted.map(({ own }) => own))) break
  }
  const best = fitted.reduce((best, one) => (difference(one.own, best.own).mean > 0 ? one : best))
  const behind = fitted.map(({ own }) => difference(best.own, own))
  const chosen = fitted[behind.findIndex(({ mean, error }) => mean <= error)]!
  const each = halves.held.vote.length / Math.max(1, halves.held.people)
  return {
    classes: chosen.classes,
    tried: fitted.map(({ classes: { k }, own }, at) => ({
      k,
      foretold: own.reduce((sum, one) => sum + one, 0) / Math.max(1, halves.held.vote.length),
      behind: behind[at]!.mean / each,
      error: behind[at]!.error / each,
    })),
    overPlace: difference(chosen.own, foretoldByPlace(halves)),
  }
}

/** Whether the last number of classes foretells so much worse than the best before it that more cannot help. */
function isPast(all: readonly Float64Array[]): boolean {
  const last = all.at(-1)!
  return all.slice(0, -1).some((own) => {
    const { mean, error } = difference(own, last)
    return mean > PAST * error
  })
}

/** Standard errors by which one more class must foretell worse for the search to end (ADR 0004). */
const PAST = 4

/** Most classes that are tried. */
export const MOST_CLASSES = 6
const STARTS = 3
