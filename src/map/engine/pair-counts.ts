import { addTo } from './add-to.ts'
import type { Operation } from './operation.ts'

/** The counts of every pair of columns, as `PairCounter` gives them. */
export const pairCounts: Operation<null, Int32Array, Int32Array> = {
  name: 'pair-counts',
  begin({ votes }, kernels) {
    const counter = kernels.pairCounter(votes.columns)
    return { take: (rows) => counter.add(rows), part: () => counter.counts() }
  },
  merged([first, ...others]) {
    for (const part of others) addTo(first!, part)
    return first!
  },
}
