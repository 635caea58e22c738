import type { Kernels } from '../kernels.ts'
import { bridgingMoves } from './bridging-moves.ts'
import { bridgingSums } from './bridging-sums.ts'
import { columnStats } from './column-stats.ts'
import { covarianceTimes } from './covariance-times.ts'
import { distanceSums } from './distance-sums.ts'
import { pairCounter } from './pair-counts.ts'
import { project } from './project.ts'
import { squareMatrix } from './square-matrix.ts'
import { tally } from './tally.ts'

/** The kernels where there is no WebAssembly, and what WebAssembly is compared with. */
export const typeScript: Kernels = {
  name: 'TypeScript',
  columnStats,
  tally,
  project,
  covarianceTimes,
  bridgingSums,
  bridgingMoves,
  pairCounter,
  squareMatrix,
  distanceSums,
}
