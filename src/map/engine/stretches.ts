import { MOST_ROWS, type Rows } from '../kernels/index.ts'
import type { Votes } from '../votes/matrix.ts'

/**
 * The rows of some votes, cut into stretches of chunks: a chunk is what one call of a kernel takes, a stretch what one
 * thread takes. The cuts depend on the votes alone, never on who takes them (ADR 0043).
 */
export type Stretches = readonly (readonly Rows[])[]

export function stretchesOf(votes: Votes): Stretches {
  const chunks = chunksOf(votes)
  const count = Math.min(chunks.length, MOST_STRETCHES)
  const cut = (stretch: number) => Math.floor((stretch * chunks.length) / count)
  return Array.from({ length: count }, (_, stretch) => chunks.slice(cut(stretch), cut(stretch + 1)))
}

function chunksOf(votes: Votes): Rows[] {
  const chunks: Rows[] = []
  for (let from = 0; from < votes.people; from = chunks.at(-1)!.to)
    chunks.push({ votes, from, to: endOfChunk(votes, from) })
  return chunks
}

/** As many rows as hold no more than CHUNK answers, but one at least. */
function endOfChunk({ people, rowStart }: Votes, from: number): number {
  let fits = from + 1
  let tooFar = Math.min(people, from + MOST_ROWS) + 1
  while (tooFar - fits > 1) {
    const middle = (fits + tooFar) >> 1
    if (rowStart[middle]! - rowStart[from]! <= CHUNK) fits = middle
    else tooFar = middle
  }
  return fits
}

/** Most answers of a chunk, unless one person gave more: a chunk and its transpose fit the second cache (ADR 0043). */
const CHUNK = 0x20000
/** Enough that two threads end within a hundredth of each other; each costs a vector of sums (ADR 0043). */
const MOST_STRETCHES = 64
