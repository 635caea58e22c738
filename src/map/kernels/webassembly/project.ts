import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'
import { placed } from './rows.ts'

export const project =
  ({ call, memory }: Instance): Kernels['project'] =>
  (rows, mean, axes) => {
    memory.clear()
    const { rows: count, rowStart, statement, vote } = placed(memory, rows)
    const [means, loadings, sums] = [memory.put(mean), memory.put(axes), memory.room(16 * count)]
    call.project(count, rowStart, statement, vote, means, loadings, sums)
    return new Float64Array(memory.bytes(), sums, 2 * count).slice()
  }
