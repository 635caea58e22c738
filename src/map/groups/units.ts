import type { Plane } from '../space/space.ts'
import type { VotesOnMap } from '../votes/matrix.ts'
import { type Division, START_SIDE } from './division.ts'
import { nearestCentres } from './k-means.ts'
import { eachAlone, gathered } from './places.ts'
import type { Drawn, Rerun } from './reruns.ts'
import { ofPlaces, ofVotes, type Resample } from './resamples.ts'

/** Where people stand, and by which votes. */
export interface Standing {
  readonly matrix: VotesOnMap
  readonly plane: Plane
  /** The rows of those who are placed. */
  readonly rows: Uint32Array
  /** x and y of each of them, in turn. */
  readonly points: Float64Array
}

/** What the re-runs divide again: each person while the axes move with them, shared places once they stand still. */
export interface Units extends Drawn {
  readonly again: (seed: string) => Resample
  /** For each person, the number of their unit. */
  readonly unitOf: (person: number) => number
}

/** Up to this many people the axes are drawn again with them; of more, they hardly move (ADR 0014). */
export const AXES_MOVE_UP_TO = 2000

export function unitsOf({ matrix, plane, rows, points }: Standing, { tried }: Division): Units {
  if (rows.length <= AXES_MOVE_UP_TO)
    return {
      places: eachAlone(points),
      partitions: tried,
      again: (seed) => ofVotes({ matrix, plane, rows }, seed),
      unitOf: (person) => person,
    }
  const { places, placeOf } = gathered({ points, weight: 'one each' }, START_SIDE)
  return {
    places,
    partitions: tried.map(({ k, centres }) => ({ k, labels: nearestCentres(places.points, centres) })),
    again: (seed) => ofPlaces(places, seed),
    unitOf: (person) => placeOf[person]!,
  }
}

/** For each unit, the share of the re-runs in which it stayed in the part that took the place of its own. */
export function firmnessOf(runs: readonly Rerun[], which: number): Float64Array {
  const times = new Float64Array(runs[0]?.again[which]?.kept.length ?? 0)
  for (const { again } of runs)
    again[which]!.kept.forEach((kept, unit) => {
      times[unit]! += kept
    })
  return times.map((kept) => kept / runs.length)
}
