import { addTo } from './add-to.ts'
import { bridgingMoves } from './bridging-moves.ts'
import { bridgingSums } from './bridging-sums.ts'
import { columnStats } from './column-stats.ts'
import { covarianceTimes } from './covariance-times.ts'
import type { Operation } from './operation.ts'
import { pairCounts } from './pair-counts.ts'
import { project, projected, sharedPositions } from './project.ts'
import { NONE, nearestTo, type StandInput, stand } from './stand.ts'
import { tally } from './tally.ts'

export { type Engine, inThisThread, singleThread } from './engine.ts'
export type { Job, Operation, Share } from './operation.ts'
export { stretchesOf } from './stretches.ts'
export {
  addTo,
  bridgingMoves,
  bridgingSums,
  columnStats,
  covarianceTimes,
  NONE,
  nearestTo,
  pairCounts,
  project,
  projected,
  type StandInput,
  sharedPositions,
  stand,
  tally,
}

/** Every operation, one line each: a thread finds them by name. */
export const OPERATIONS: readonly Operation<never, unknown, unknown>[] = [
  bridgingMoves,
  bridgingSums,
  columnStats,
  covarianceTimes,
  pairCounts,
  project,
  stand,
  tally,
]
