import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'
import { placed } from './rows.ts'

export const tally =
  ({ call, memory }: Instance): Kernels['tally'] =>
  (rows, { labels, parts }, into) => {
    memory.clear()
    const { rows: count, rowStart, statement, vote } = placed(memory, rows)
    const own = memory.put(labels.subarray(rows.from, rows.to))
    const counts = memory.put(into)
    call.tally(count, rowStart, statement, vote, own, parts, rows.votes.columns, counts)
    into.set(new Uint32Array(memory.bytes(), counts, into.length))
  }
