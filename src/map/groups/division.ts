import { quickChance } from '../../kernel/index.ts'
import { bySize, dividedInto, type Fittings, fitted, type StartsByK, triedWith } from './fitted.ts'
import { nearestCentres, settled } from './k-means.ts'
import { eachAlone, gathered, type Places } from './places.ts'
import { sizesOf } from './silhouette.ts'

/** The ways to divide people by where they stand, and how well each fits. */
export interface Division {
  /** One for each k that can be had, fewest parts first. */
  readonly tried: readonly Tried[]
  /** Into how many parts people divide best; null where no division leaves every part large enough. */
  readonly best: number | null
  /** How far the silhouettes can be from those that look at every pair of people. */
  readonly error: number
}

/** Parts are numbered by size, the largest first. */
export interface Tried {
  readonly k: number
  /** x and y of each part's centre, in turn. */
  readonly centres: Float64Array
  /** For each person, the number of the part whose centre is nearest. */
  readonly labels: Uint8Array
  readonly sizes: readonly number[]
  readonly silhouette: number
}

/** Up to this many people a silhouette looks at every pair of people; above, at every pair of shared places. */
export const EXACT_UP_TO = 10_000

/** How far a silhouette of shared places can be from the exact one (ADR 0003). */
export const GRID_ERROR = 0.01

/** Cells a side of the grid on which starts are found, and on which people are divided again. */
export const START_SIDE = 32

/**
 * The divisions of people, by k-means, into each number of parts that is tried.
 *
 * Starts are found among shared places, where they cost little, and settled among the people themselves; of more than
 * 10,000 people, among the places of a finer grid.
 *
 * Shapes: points are x and y in turn, 2n numbers.
 * Source: the range of k as in Polis (conversation.clj); shared places: ADR 0003.
 */
export function divisionOf(points: Float64Array, seed: string): Division {
  const n = points.length / 2
  const places =
    n <= EXACT_UP_TO ? eachAlone(points) : gathered({ points, weight: 'one each' }, FIT_SIDE).places
  const { tried, best } = fittingsOf(points, places, `${seed}/k-means`)
  return {
    tried: tried.map(({ partition: { k, centres }, silhouette }) => {
      const labels = nearestCentres(points, centres)
      return { k, centres, labels, sizes: [...sizesOf({ k, labels }, 'one each')], silhouette }
    }),
    best: best?.partition.k ?? null,
    error: n <= EXACT_UP_TO ? 0 : GRID_ERROR,
  }
}

function fittingsOf(points: Float64Array, places: Places, seed: string): Fittings {
  const n = points.length / 2
  const drawn: StartsByK = { random: quickChance(seed), starts: STARTS, known: () => [] }
  if (n <= ALONE_UP_TO) return dividedInto(triedWith(n), places, drawn)
  const few = gathered({ points, weight: 'one each' }, START_SIDE).places
  const starts = dividedInto(triedWith(n), few, drawn).tried
  return fitted(
    places,
    starts.map(({ partition }) => bySize(settled(places, partition.centres), places)),
  )
}

const STARTS = 8
/** Up to this many people are divided as they are; above, starts are found on a grid. */
const ALONE_UP_TO = 1000
const FIT_SIDE = 96
