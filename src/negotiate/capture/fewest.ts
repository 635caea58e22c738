import type { GroupId } from '../../kernel/index.ts'

/**
 * How many added ballots flip an outcome: fewer than `atLeast` never do, and `atMost`, cast so, do.
 *
 * Infinity: no number of them.
 */
export interface Fewest {
  readonly atLeast: number
  readonly atMost: number
  /** The groups that those `atMost` ballots are cast in; none where it does not matter. */
  readonly aim: readonly GroupId[]
}

export const exactly = (ballots: number, aim: readonly GroupId[] = []): Fewest => ({
  atLeast: ballots,
  atMost: ballots,
  aim,
})

/** No number of added ballots does it. */
export const NEVER: Fewest = exactly(Number.POSITIVE_INFINITY)

/** Where any one of several ways is enough. */
export const easiest = (ways: readonly Fewest[]): Fewest =>
  ways.reduce(
    (best, way) => ({
      ...(way.atMost < best.atMost ? way : best),
      atLeast: Math.min(best.atLeast, way.atLeast),
    }),
    NEVER,
  )

/** The same with every number between tried, until one flips the outcome or cannot be told (null). */
export function tried({ atLeast, atMost, aim }: Fewest, flips: (ballots: number) => boolean | null): Fewest {
  for (let ballots = atLeast; ballots < atMost; ballots++) {
    const isFlipped = flips(ballots)
    if (isFlipped === null) return { atLeast: ballots, atMost, aim }
    if (isFlipped) return exactly(ballots)
  }
  return exactly(atMost, aim)
}

/**
 * The smallest count for which something holds that then holds for every larger one; Infinity if none up to `most`.
 *
 * @example
 * fewestSuch((n) => n * n >= 50) // => 8
 */
export function fewestSuch(holds: (count: number) => boolean, from = 0, most = MOST): number {
  if (holds(from)) return from
  let [below, step] = [from, 1]
  while (below + step <= most && !holds(below + step)) {
    below += step
    step *= 2
  }
  let enough = below + step
  if (enough > most) {
    if (below >= most || !holds(most)) return Number.POSITIVE_INFINITY
    enough = most
  }
  while (enough - below > 1) {
    const middle = below + Math.floor((enough - below) / 2)
    if (holds(middle)) enough = middle
    else below = middle
  }
  return enough
}

/** More ballots than there are people. */
const MOST = 2 ** 34
