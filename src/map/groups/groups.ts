import { resultOf } from '../../kernel/index.ts'
import { type Plane, placedRows, planeOf, positionsOf } from '../space/space.ts'
import type { Votes, VotesOnMap } from '../votes/matrix.ts'
import { byPlace } from './by-place.ts'
import type { Grouped, MapOptions, Progress } from './grouped.ts'
import { byVotes } from './latent/by-votes.ts'
import { pointsOf } from './places.ts'
import type { Standing } from './units.ts'

export * from './grouped.ts'

/**
 * The opinion groups, if there are any: by where people stand on the map, or by how they vote.
 *
 * Source: what counts as groups: ADR 0014 and, by votes, ADR 0004; how many people are handled: ADR 0003.
 */
export function* groupingSteps(
  matrix: VotesOnMap,
  { plane, positions }: { readonly plane: Plane; readonly positions: Float64Array },
  options: MapOptions,
): Generator<Progress, Grouped> {
  const rows = placedRows(matrix)
  const standing: Standing = { matrix, plane, rows, points: pointsOf(positions, rows) }
  return yield* options.groups === 'latent-class' ? byVotes(standing, options) : byPlace(standing, options)
}

/** The groups of votes alone, without drawing the rest of a map. */
export function groupsOfVotes(votes: Votes, options: MapOptions): Grouped {
  const matrix = { ...votes, statements: [], leftOut: 0 }
  const plane = planeOf(matrix)
  return resultOf(groupingSteps(matrix, { plane, positions: positionsOf(matrix, plane) }, options))
}
