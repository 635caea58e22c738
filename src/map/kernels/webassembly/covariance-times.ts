import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'
import { placed } from './rows.ts'

export const covarianceTimes =
  ({ call, memory }: Instance): Kernels['covarianceTimes'] =>
  (rows, mean, block) => {
    memory.clear()
    const { rows: count, rowStart, statement, vote } = placed(memory, rows)
    const [means, vectors, into] = [memory.put(mean), memory.put(block), memory.zeros(block.byteLength)]
    call.covarianceTimes(count, rowStart, statement, vote, means, vectors, into)
    return new Float64Array(memory.bytes(), into, block.length).slice()
  }
