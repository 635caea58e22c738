import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'
import { placed } from './rows.ts'

export const project =
  ({ call, memory }: Instance): Kernels['project'] =>
  (rows, { mean, loadings }, into) => {
    memory.clear()
    const { rows: count, rowStart, statement, vote } = placed(memory, rows)
    const [means, axes, sums] = [memory.put(mean), memory.put(loadings), memory.room(16 * count)]
    call.project(count, rowStart, statement, vote, means, axes, sums)
    into.set(new Float64Array(memory.bytes(), sums, 2 * count))
  }
