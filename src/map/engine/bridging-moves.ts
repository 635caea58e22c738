import type { Levers } from '../kernels/index.ts'
import { sumsByStretch } from './sums-by-stretch.ts'

/** How far each answer moves the bridging model: one sum of squares per column, then two of everybody's factors. */
export const bridgingMoves = sumsByStretch<Levers>(
  'bridging-moves',
  ({ votes: { columns } }) => columns + 2,
  (kernels, rows, levers) => kernels.bridgingMoves(rows, levers),
)
