import { type Job, kernelsFor, type Operation, stretchesOf } from '../../map/index.ts'
import { CLAIMED, PROGRESS } from './run.ts'

/** Takes stretches of a job, each the next that no thread has taken, until there are none. */
export function takePart<Input, Part, Output>(
  { begin }: Operation<Input, Part, Output>,
  job: Job<Input>,
  words: Int32Array,
): Part {
  const share = begin(job, kernelsFor(job.votes))
  const stretches = stretchesOf(job.votes)
  for (;;) {
    const stretch = Atomics.add(words, CLAIMED, 1)
    const chunks = stretches[stretch]
    if (chunks === undefined) return share.part()
    for (const rows of chunks) {
      share.take(rows, stretch)
      Atomics.add(words, PROGRESS, 1)
    }
  }
}
