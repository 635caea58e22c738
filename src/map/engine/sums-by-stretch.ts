import type { Kernels, Rows } from '../kernels/index.ts'
import { addTo } from './add-to.ts'
import type { Job, Operation } from './operation.ts'

/** An operation that adds up fractions: each stretch by itself, and then the stretches in their order. */
export const sumsByStretch = <Input>(
  name: string,
  length: (job: Job<Input>) => number,
  sumsOf: (kernels: Kernels, rows: Rows, input: Input) => Float64Array,
): Operation<Input, ReadonlyMap<number, Float64Array>, Float64Array> => ({
  name,
  begin({ input }, kernels) {
    const sums = new Map<number, Float64Array>()
    return {
      take: (rows, stretch) => {
        const own = sumsOf(kernels, rows, input)
        const sum = sums.get(stretch)
        if (sum === undefined) sums.set(stretch, own)
        else addTo(sum, own)
      },
      part: () => sums,
    }
  },
  merged(parts, job) {
    const into = new Float64Array(length(job))
    const inOrder = parts.flatMap((part) => [...part]).sort(([a], [b]) => a - b)
    for (const [, sum] of inOrder) addTo(into, sum)
    return into
  },
})
