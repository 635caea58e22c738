import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'
import { placed } from './rows.ts'

export const columnStats =
  ({ call, memory }: Instance): Kernels['columnStats'] =>
  (rows, { seen, sum }) => {
    memory.clear()
    const { answers, statement, vote } = placed(memory, rows)
    const words = memory.zeros(8 * seen.length)
    call.columnStats(answers, statement, vote, words)
    const halves = new Int32Array(memory.bytes(), words, 2 * seen.length)
    for (let column = 0; column < seen.length; column++) {
      const own = halves[2 * column]!
      sum[column]! += own
      // A sum below zero borrows one from the count above it.
      seen[column]! += halves[2 * column + 1]! + (own < 0 ? 1 : 0)
    }
  }
