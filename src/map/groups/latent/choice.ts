import { quickChance } from '../../../kernel/index.ts'
import type { ClassesTried } from '../../opinion-map.ts'
import type { Votes } from '../../votes/matrix.ts'
import { type Classes, split } from './classes.ts'
import { foretoldByPlace } from './continuum.ts'
import { fitClasses } from './fit.ts'
import { difference, foretold, type Halves, heldBack } from './held-back.ts'

/** How many classes the votes speak for, and how clearly. */
export interface Choice {
  /** As many as the votes speak for. */
  readonly own: number
  /** These classes, or as many as were asked for. */
  readonly classes: Classes
  readonly tried: readonly ClassesTried[]
  /** By how much more log likelihood a person the classes foretell votes than places on the map do. */
  readonly overPlace: { readonly mean: number; readonly error: number }
}

export interface Choosing {
  readonly seed: string
  /** How many classes somebody asked to see; null: as many as the votes speak for. */
  readonly asked: number | null
}

/**
 * The fewest classes that foretell votes held back no worse than the best number does, within one standard error.
 *
 * Source: the one-standard-error rule, Breiman et al. 1984, Classification and Regression Trees, section 3.4.3, on
 *         paired differences between people; ADR 0004.
 */
export function* choiceSteps(
  votes: Votes,
  rows: ArrayLike<number>,
  { seed, asked }: Choosing,
): Generator<number, Choice> {
  const halves = heldBack(votes, rows, `${seed}/held`)
  const fitted: Foretelling[] = []
  const fitNext = () => fitted.push(oneMore(halves, fitted, `${seed}/classes/${fitted.length + 1}`))
  do yield fitNext()
  while (fitted.length < MOST_CLASSES && !isPast(fitted.map(({ own }) => own)))
  const best = fitted.reduce((best, one) => (difference(one.own, best.own).mean > 0 ? one : best))
  while (fitted.length < (asked ?? 0)) yield fitNext()
  const behind = fitted.map(({ own }) => difference(best.own, own))
  const own = 1 + behind.findIndex(({ mean, error }) => mean <= error)
  const shown = fitted[(asked ?? own) - 1]!
  const each = halves.held.vote.length / Math.max(1, halves.held.people)
  return {
    own,
    classes: shown.classes,
    tried: fitted.map(({ classes: { k }, own }, at) => ({
      k,
      foretold: own.reduce((sum, one) => sum + one, 0) / Math.max(1, halves.held.vote.length),
      behind: behind[at]!.mean / each,
      error: behind[at]!.error / each,
    })),
    overPlace: difference(shown.own, foretoldByPlace(halves)),
  }
}

/** Classes, and for each row how well they foretell what it held back. */
interface Foretelling {
  readonly classes: Classes
  readonly own: Float64Array
}

/** One class more than the last. */
function oneMore(halves: Halves, fitted: readonly Foretelling[], seed: string): Foretelling {
  const random = quickChance(seed)
  const fewer = fitted.at(-1)?.classes
  const known =
    fewer === undefined ? [] : [split(fewer, fewer.shares.indexOf(Math.max(...fewer.shares)), random)]
  const { classes } = fitClasses(halves.kept, fitted.length + 1, { random, starts: STARTS, known })
  return { classes, own: foretold(halves, classes) }
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

/** Most classes that are tried (ADR 0004). */
export const MOST_CLASSES = 6
/** Starts drawn for each number of classes (ADR 0004). */
const STARTS = 3
