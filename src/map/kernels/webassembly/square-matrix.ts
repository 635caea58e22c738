import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'

/** One matrix at a time lies in a memory that the next one takes over: so large a one is dear to get and to give back. */
export const squareMatrix = (fresh: () => Instance): Kernels['squareMatrix'] => {
  let instance: Instance | null = null
  let kept = 0
  return (size, write) => {
    instance ??= fresh()
    const { call, memory } = instance
    memory.clear()
    const matrix = memory.room(8 * size * size)
    const into = memory.room(32 * size)
    const free = memory.room(0)
    write(new Float64Array(memory.bytes(), matrix, size * size))
    const own = ++kept
    return {
      times: (block) => {
        if (own !== kept) throw new Error('another square matrix has taken the memory of this one')
        memory.clear(free)
        call.matrixTimes(size, matrix, memory.put(block), into)
        return new Float64Array(memory.bytes(), into, 4 * size).slice()
      },
    }
  }
}
