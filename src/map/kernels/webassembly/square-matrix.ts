import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'

/** The matrix lies in a memory of its own, for as long as it is kept. */
export const squareMatrix =
  (fresh: () => Instance): Kernels['squareMatrix'] =>
  (size, write) => {
    const { call, memory } = fresh()
    // A fresh memory is zeros.
    const matrix = memory.room(8 * size * size)
    const into = memory.room(32 * size)
    write(new Float64Array(memory.bytes(), matrix, size * size))
    const free = memory.room(0)
    return {
      times: (block) => {
        memory.clear(free)
        call.matrixTimes(size, matrix, memory.put(block), into)
        return new Float64Array(memory.bytes(), into, 4 * size).slice()
      },
    }
  }
