import type { Gram } from '../space/gram.ts'
import type { AppliedChange } from '../votes/store.ts'

/** The counts of every pair of columns, kept current vote by vote; columns may come at any time. */
export interface LiveCounts {
  /** Takes a change in: as much work as the person has answers. */
  take(change: AppliedChange): void
  /** The counts of these columns, in this order. */
  gram(columns: Uint32Array): Gram
}

/**
 * Begins with the counts of some votes.
 *
 * Whole numbers are added and taken away exactly: whatever the way there, the same votes leave the same counts.
 *
 * Shapes: four counts per pair as in Gram, column by column of the upper triangle, so that a new column comes last.
 */
export function liveCounts(start: Gram): LiveCounts {
  let counts = byColumn(start)
  let columns = start.columns

  const makeRoom = (column: number): void => {
    if (column < columns) return
    columns = column + 1
    const needed = pairAt(0, columns)
    if (needed <= counts.length) return
    const longer = new Int32Array(Math.ceil(needed * GROWTH))
    longer.set(counts)
    counts = longer
  }

  return {
    take({ column, before, after, row }) {
      makeRoom(column)
      const more = Number(after !== null) - Number(before !== null)
      const vote = (after ?? 0) - (before ?? 0)
      for (let at = 0; at < row.length; at++) {
        const other = row.columns[at]!
        if (other === column) continue
        const theirs = row.votes[at]!
        const isLeft = column < other
        const pair = isLeft ? pairAt(column, other) : pairAt(other, column)
        counts[pair]! += more
        counts[pair + 1]! += vote * theirs
        counts[pair + 2]! += isLeft ? vote : more * theirs
        counts[pair + 3]! += isLeft ? more * theirs : vote
      }
      const own = pairAt(column, column)
      counts[own]! += more
      counts[own + 1]! += (after ?? 0) ** 2 - (before ?? 0) ** 2
      counts[own + 2]! += vote
      counts[own + 3]! += vote
    },
    gram: (order) => picked(counts, order, columns),
  }
}

function picked(counts: Int32Array, order: Uint32Array, known: number): Gram {
  const gram = { columns: order.length, counts: new Int32Array(2 * order.length * (order.length + 1)) }
  let to = 0
  for (let left = 0; left < order.length; left++) {
    const first = order[left]!
    for (let right = left; right < order.length; right++, to += 4) {
      const second = order[right]!
      if (first >= known || second >= known) continue // named by nobody's vote so far
      const isTurned = first > second
      const pair = isTurned ? pairAt(second, first) : pairAt(first, second)
      gram.counts[to] = counts[pair]!
      gram.counts[to + 1] = counts[pair + 1]!
      gram.counts[to + 2] = counts[pair + (isTurned ? 3 : 2)]!
      gram.counts[to + 3] = counts[pair + (isTurned ? 2 : 3)]!
    }
  }
  return gram
}

function byColumn({ columns, counts }: Gram): Int32Array {
  const turned = new Int32Array(counts.length)
  let from = 0
  for (let left = 0; left < columns; left++)
    for (let right = left; right < columns; right++, from += 4) {
      const to = pairAt(left, right)
      for (let count = 0; count < 4; count++) turned[to + count] = counts[from + count]!
    }
  return turned
}

const pairAt = (left: number, right: number): number => 2 * right * (right + 1) + 4 * left

/** Room for some more columns at once: half as many pairs again. */
const GROWTH = 1.5
