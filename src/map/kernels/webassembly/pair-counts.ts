import type { Kernels } from '../kernels.ts'
import { onSharedMemory } from '../shared-memory.ts'
import type { Instance } from './instance.ts'
import { placed } from './rows.ts'

/** The counts lie in a memory of their own, for as long as the counter is kept. */
export const pairCounter =
  (fresh: () => Instance): Kernels['pairCounter'] =>
  (columns) => {
    const { call, memory } = fresh()
    const length = 2 * columns * (columns + 1)
    const totals = memory.zeros(4 * length)
    const free = memory.room(0)
    return {
      add: (some) => {
        memory.clear(free)
        const { rows, answers, rowStart, statement, vote } = placed(memory, some)
        const [entries, order] = [memory.room(4 * (answers + rows)), memory.room(4 * answers)]
        const [ends, pairs] = [memory.room(4 * columns), memory.room(8 * columns)]
        const scratch = [entries, order, ends, pairs, memory.room(8 * INCREMENTS)]
        call.pairCounts(rows, rowStart, statement, vote, columns, ...scratch, totals)
      },
      counts: () => onSharedMemory(new Int32Array(memory.bytes(), totals, length)),
    }
  }

/** Three answers on the left, four places for each. */
const INCREMENTS = 12
