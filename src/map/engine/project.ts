import type { Operation } from './operation.ts'

/** For every row the sums of (answer − mean) · loading along two axes: an x and a y per row. */
export const project: Operation<ProjectInput, readonly Placed[], Float64Array> = {
  name: 'project',
  begin({ input: { mean, axes } }, kernels) {
    const placed: Placed[] = []
    return {
      take: (rows) => placed.push([rows.from, kernels.project(rows, mean, axes)]),
      part: () => placed,
    }
  },
  merged(parts, { votes: { people } }) {
    const sums = new Float64Array(2 * people)
    for (const [from, own] of parts.flat()) sums.set(own, 2 * from)
    return sums
  },
}

interface ProjectInput {
  readonly mean: Float64Array
  /** The loadings on both axes, side by side. */
  readonly axes: Float64Array
}

type Placed = readonly [from: number, sums: Float64Array]
