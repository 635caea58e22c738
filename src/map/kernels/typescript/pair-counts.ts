import type { Votes } from '../../votes/matrix.ts'
import type { PairCounter, Rows } from '../kernels.ts'
import { onSharedMemory } from '../shared-memory.ts'

/** Counts one row of pairs at a time, over everybody who answered its left column: it stays in a near cache. */
export function pairCounter(columns: number): PairCounter {
  const totals = new Int32Array(2 * columns * (columns + 1))
  return {
    add(rows) {
      const { order, ends } = transposed(rows)
      for (let left = 0, base = 0; left < columns; base += columns - left, left++)
        for (let i = left === 0 ? 0 : ends[left - 1]!; i < ends[left]!; i++)
          countRow(rows.votes, order[2 * i]!, order[2 * i + 1]!, totals.subarray(4 * base))
    },
    counts: () => onSharedMemory(totals),
  }
}

/** One person's answer, and all that follow it in the row, in the row of pairs of its column. */
function countRow({ statement, vote }: Votes, from: number, end: number, pairs: Int32Array): void {
  const column = statement[from]!
  const left = vote[from]!
  for (let at = from; at < end; at++) {
    const pair = 4 * (statement[at]! - column)
    const right = vote[at]!
    pairs[pair]!++
    pairs[pair + 1]! += left * right
    pairs[pair + 2]! += left
    pairs[pair + 3]! += right
  }
}

/** Column by column the places of its answers, each with the end of its row, and where the list of each column ends. */
function transposed({ votes, from, to }: Rows) {
  const { rowStart, statement, columns } = votes
  const [first, last] = [rowStart[from]!, rowStart[to]!]
  const ends = new Uint32Array(columns + 1)
  for (let at = first; at < last; at++) ends[statement[at]! + 1]!++
  for (let column = 0; column < columns; column++) ends[column + 1]! += ends[column]!
  const order = new Uint32Array(2 * (last - first))
  for (let row = from; row < to; row++)
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const place = ends[statement[at]!]!++
      order[2 * place] = at
      order[2 * place + 1] = rowStart[row + 1]!
    }
  return { order, ends }
}
