/**
 * Who marked which candidates: one row of candidate numbers per person, ascending, end to end.
 *
 * Shapes: offsets of n + 1 rows into `candidates`; a row may be empty.
 */
export interface Ballots {
  readonly offsets: Uint32Array
  readonly candidates: Uint32Array
}

/** The same marks by candidate: one row of people per candidate, ascending. */
export interface Supporters {
  readonly offsets: Uint32Array
  readonly people: Uint32Array
}

/**
 * Ballots from plain rows, whatever their order.
 *
 * @example
 * [...ballotsOf([[2, 0], [], [1]]).offsets] // => [0, 2, 2, 3]
 * [...ballotsOf([[2, 0], [], [1]]).candidates] // => [0, 2, 1]
 */
export function ballotsOf(rows: readonly (readonly number[])[]): Ballots {
  const candidates = Uint32Array.from(rows.flatMap((row) => [...row].sort((a, b) => a - b)))
  return { offsets: offsetsOf(rows.map((row) => row.length)), candidates }
}

/**
 * The marks turned around: who marked each candidate.
 *
 * @example
 * [...supportersOf(ballotsOf([[0, 1], [1]]), 2).people] // => [0, 0, 1]
 */
export function supportersOf({ offsets, candidates }: Ballots, count: number): Supporters {
  const sizes = new Uint32Array(count)
  for (let at = 0; at < candidates.length; at++) sizes[candidates[at]!]!++
  const starts = offsetsOf(sizes)
  const next = starts.slice()
  const people = new Uint32Array(candidates.length)
  for (let person = 0; person + 1 < offsets.length; person++)
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) people[next[candidates[at]!]!++] = person
  return { offsets: starts, people }
}

/** What one person marked; a view, not a copy. */
export const rowAt = ({ offsets, candidates }: Ballots, person: number): Uint32Array =>
  candidates.subarray(offsets[person], offsets[person + 1])

/** Who marked one candidate; a view, not a copy. */
export const supportersAt = ({ offsets, people }: Supporters, candidate: number): Uint32Array =>
  people.subarray(offsets[candidate], offsets[candidate + 1])

/** Some of the rows, in this order; a row may come more than once. */
export function rowsAt(ballots: Ballots, rows: Uint32Array): Ballots {
  const starts = offsetsOf(rows.map((row) => ballots.offsets[row + 1]! - ballots.offsets[row]!))
  const marks = new Uint32Array(starts[rows.length]!)
  for (let place = 0; place < rows.length; place++) marks.set(rowAt(ballots, rows[place]!), starts[place])
  return { offsets: starts, candidates: marks }
}

/** Which row comes first by its candidates; below 0 for the first, 0 for rows that hold the same. */
export function compareRows({ offsets, candidates }: Ballots, a: number, b: number): number {
  const [fromA, fromB] = [offsets[a]!, offsets[b]!]
  const [lengthA, lengthB] = [offsets[a + 1]! - fromA, offsets[b + 1]! - fromB]
  const shared = Math.min(lengthA, lengthB)
  for (let at = 0; at < shared; at++) {
    const difference = candidates[fromA + at]! - candidates[fromB + at]!
    if (difference !== 0) return difference
  }
  return lengthA - lengthB
}

/** Rows of these lengths, laid end to end. */
export function offsetsOf(lengths: ArrayLike<number>): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1)
  for (let row = 0; row < lengths.length; row++) offsets[row + 1] = offsets[row]! + lengths[row]!
  return offsets
}
