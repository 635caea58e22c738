import type { Axes } from '../kernels/index.ts'
import type { Votes } from '../votes/matrix.ts'
import type { Engine } from './engine.ts'
import type { Operation } from './operation.ts'

/**
 * For every row the sums of (answer − mean) · loading along two axes: an x and a y per row, written where the input
 * says. It lies on memory that threads share, so that a million positions are never sent about.
 */
export const project: Operation<ProjectInput, null, Float64Array> = {
  name: 'project',
  begin({ input: { axes, into } }, kernels) {
    return {
      take: (rows) => kernels.project(rows, axes, into.subarray(2 * rows.from, 2 * rows.to)),
      part: () => null,
    }
  },
  merged: (_, { input }) => input.into,
}

interface ProjectInput {
  readonly axes: Axes
  /** Made by `sharedPositions`. */
  readonly into: Float64Array
}

/** Room for an x and a y of so many people, where every thread can write. */
export const sharedPositions = (people: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(16 * people))

/** The sums of every row, on memory of their own. */
export const projected = (engine: Engine, votes: Votes, axes: Axes): Float64Array =>
  engine.run(project, votes, { axes, into: sharedPositions(votes.people) })
