import { bridgingMoves } from './bridging-moves.ts'
import { bridgingSums } from './bridging-sums.ts'
import { columnStats } from './column-stats.ts'
import { covarianceTimes } from './covariance-times.ts'
import type { Operation } from './operation.ts'
import { pairCounts } from './pair-counts.ts'
import { project } from './project.ts'
import { tally } from './tally.ts'

export { type Engine, singleThread } from './engine.ts'
export type { Job, Operation, Share } from './operation.ts'
export { stretchesOf } from './stretches.ts'
export { bridgingMoves, bridgingSums, columnStats, covarianceTimes, pairCounts, project, tally }

/** Every operation, one line each: a thread finds them by name. */
export const OPERATIONS: readonly Operation<never, unknown, unknown>[] = [
  bridgingMoves,
  bridgingSums,
  columnStats,
  covarianceTimes,
  pairCounts,
  project,
  tally,
]
