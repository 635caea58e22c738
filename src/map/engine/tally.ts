import type { Parts } from '../kernels/index.ts'
import { addTo } from './add-to.ts'
import type { Operation } from './operation.ts'

/** How each part of the people answered each column: disagree, pass, agree, column by column, part by part. */
export const tally: Operation<Parts, Uint32Array, Uint32Array> = {
  name: 'tally',
  begin({ votes, input }, kernels) {
    const counts = new Uint32Array(3 * votes.columns * input.parts)
    return { take: (rows) => kernels.tally(rows, input, counts), part: () => counts }
  },
  merged: (parts, { votes, input }) => {
    const counts = new Uint32Array(3 * votes.columns * input.parts)
    for (const part of parts) addTo(counts, part)
    return counts
  },
}
