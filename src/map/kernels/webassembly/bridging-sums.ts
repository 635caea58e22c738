import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'
import { placed } from './rows.ts'

export const bridgingSums =
  ({ call, memory }: Instance): Kernels['bridgingSums'] =>
  (rows, items, { intercept, factor }) => {
    memory.clear()
    const { columns } = rows.votes
    const { rows: count, rowStart, statement, vote } = placed(memory, rows)
    const [explained, sums] = [memory.put(items), memory.zeros(32 * columns + 8)]
    call.bridgingSums(count, rowStart, statement, vote, explained, intercept, factor, columns, sums)
    return new Float64Array(memory.bytes(), sums, 4 * columns + 1).slice()
  }
