import type { Rows } from '../kernels.ts'
import type { LinearMemory } from './linear-memory.ts'

/** Rows copied into linear memory, and where they lie: `rowStart` begins at 0. */
export interface PlacedRows {
  readonly rows: number
  readonly answers: number
  readonly rowStart: number
  readonly statement: number
  readonly vote: number
}

/**
 * Copies rows into linear memory.
 *
 * Errors: throws RangeError where columns have more than 16 bits; TypeScript takes those (`kernelsFor`).
 */
export function placed(memory: LinearMemory, { votes, from, to }: Rows): PlacedRows {
  if (!(votes.statement instanceof Uint16Array))
    throw new RangeError(`${votes.columns} columns: the WebAssembly kernels take 65,536 at most`)
  const [first, last] = [votes.rowStart[from]!, votes.rowStart[to]!]
  return {
    rows: to - from,
    answers: last - first,
    rowStart: memory.put(startsFrom(votes.rowStart, { from, to })),
    statement: memory.put(votes.statement.subarray(first, last)),
    vote: memory.put(votes.vote.subarray(first, last)),
  }
}

/** Where the rows start, counted from the first of them. */
function startsFrom(rowStart: Uint32Array, { from, to }: Pick<Rows, 'from' | 'to'>): Uint32Array {
  const starts = rowStart.slice(from, to + 1)
  const first = starts[0]!
  for (let row = 0; row < starts.length; row++) starts[row]! -= first
  return starts
}
