import type { Penalty } from '../kernels/index.ts'
import { sumsByStretch } from './sums-by-stretch.ts'

/** What the columns need to know of everybody in the bridging model; four numbers per column, then the cost. */
export const bridgingSums = sumsByStretch<BridgingInput>(
  'bridging-sums',
  ({ votes: { columns } }) => 4 * columns + 1,
  (kernels, rows, { items, person }) => kernels.bridgingSums(rows, items, person),
)

interface BridgingInput {
  readonly items: Float64Array
  readonly person: Penalty
}
