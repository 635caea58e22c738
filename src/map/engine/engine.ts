import { type Kernels, kernelsFor } from '../kernels/index.ts'
import type { Votes } from '../votes/matrix.ts'
import type { Operation } from './operation.ts'
import { stretchesOf } from './stretches.ts'

/** What carries out operations over all votes: this thread alone, or several. The results are the same bits. */
export interface Engine {
  run<Input, Part, Output>(operation: Operation<Input, Part, Output>, votes: Votes, input: Input): Output
}

/** Carries out everything in the thread that asks, with these kernels. */
export const inThisThread = (kernels: (votes: Votes) => Kernels): Engine => ({
  run(operation, votes, input) {
    const job = { votes, input }
    const share = operation.begin(job, kernels(votes))
    for (const [stretch, chunks] of stretchesOf(votes).entries())
      for (const rows of chunks) share.take(rows, stretch)
    return operation.merged([share.part()], job)
  },
})

export const singleThread: Engine = inThisThread(kernelsFor)
