import type { Kernels, Rows } from '../kernels/index.ts'
import type { Votes } from '../votes/matrix.ts'

/**
 * Work over all rows of some votes that can be shared out among threads: each takes some stretches of rows, and what
 * they found is merged into one result, which is the same to the last bit however the stretches were shared out.
 *
 * Counts may be added as they come. Sums of fractions must be kept apart by stretch and added in order of stretch.
 * Input and parts travel between threads: they are plain data and typed arrays.
 */
export interface Operation<Input, Part, Output> {
  readonly name: string
  begin(job: Job<Input>, kernels: Kernels): Share<Part>
  merged(parts: readonly Part[], job: Job<Input>): Output
}

export interface Job<Input> {
  readonly votes: Votes
  readonly input: Input
}

/** What one thread does of a job. */
export interface Share<Part> {
  /** Takes the next rows of a stretch; those of one stretch come in order, and all in one share. */
  take(rows: Rows, stretch: number): void
  part(): Part
}
