import { addTo } from './add-to.ts'
import type { Operation } from './operation.ts'

/** The covariance of the columns, times the number of people, times four vectors that lie side by side. */
export const covarianceTimes: Operation<CovarianceInput, ReadonlyMap<number, Float64Array>, Float64Array> = {
  name: 'covariance-times',
  begin({ input: { mean, block } }, kernels) {
    const sums = new Map<number, Float64Array>()
    return {
      take: (rows, stretch) => {
        const own = kernels.covarianceTimes(rows, mean, block)
        const sum = sums.get(stretch)
        if (sum === undefined) sums.set(stretch, own)
        else addTo(sum, own)
      },
      part: () => sums,
    }
  },
  merged(parts, { input: { block } }) {
    const into = new Float64Array(block.length)
    const inOrder = parts.flatMap((part) => [...part]).sort(([a], [b]) => a - b)
    for (const [, sum] of inOrder) addTo(into, sum)
    return into
  },
}

interface CovarianceInput {
  readonly mean: Float64Array
  readonly block: Float64Array
}
