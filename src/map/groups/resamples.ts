import { type QuickChance, quickChance } from '../../kernel/index.ts'
import type { Plane } from '../space/space.ts'
import type { VotesOnMap } from '../votes/matrix.ts'
import { type Places, pointsOf } from './places.ts'
import { redrawnPositions } from './redrawn.ts'

/** The people again, drawn from themselves: where they would stand, and how often each came. */
export interface Resample {
  /** x and y of each of those divided, in turn. */
  readonly points: Float64Array
  readonly times: Float64Array
}

/**
 * A bootstrap over people: each comes as often as a Poisson draw of mean 1 says, and the map is drawn from them.
 *
 * Shapes: `rows`: those who are placed; one point and one count for each of them.
 * Source: Hanley & MacGibbon 2006, Comput. Methods Programs Biomed. 83:57-62.
 */
export function ofVotes(
  { matrix, plane, rows }: { readonly matrix: VotesOnMap; readonly plane: Plane; readonly rows: Uint32Array },
  seed: string,
): Resample {
  const random = quickChance(`${seed}/people`)
  const times = new Uint8Array(matrix.people).map(() => poisson(1, random))
  const positions = redrawnPositions(matrix, plane, times)
  return { points: pointsOf(positions, rows), times: Float64Array.from(rows, (row) => times[row]!) }
}

/**
 * The same where the axes stand still: of many people, those at one place come as often as a Poisson draw says whose
 * mean is their number. That the axes hardly move then is measured in ADR 0014.
 */
export function ofPlaces({ points, weight }: Places, seed: string): Resample {
  const random = quickChance(`${seed}/people`)
  return { points, times: weight.map((people) => poisson(people, random)) }
}

/** A Poisson draw: by inversion; from a mean of 50 the normal draw that it resembles, rounded. */
function poisson(mean: number, random: QuickChance): number {
  if (mean >= NORMAL_FROM) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()))
  let chance = Math.exp(-mean)
  let left = random.uniform() - chance
  let drawn = 0
  while (left >= 0 && chance > 0) {
    chance *= mean / ++drawn
    left -= chance
  }
  return drawn
}

const NORMAL_FROM = 50
