import { byId } from '../../../kernel/index.ts'
import { isId } from '../../../listen/index.ts'
import type { VoteMatrix, Votes } from '../matrix.ts'

/**
 * Whether what was read can be votes: lengths that belong together, rows one after the other, columns that there are,
 * each once and in order, answers that there are, and ids in order.
 *
 * A digest says that a file is as it was written, not that whoever wrote it wrote votes.
 */
export const isPossible = (matrix: VoteMatrix): boolean =>
  matrix.people === matrix.participants.length &&
  matrix.columns === matrix.statements.length &&
  isCount(matrix.leftOut) &&
  matrix.participants.every(isInOrder) &&
  matrix.statements.every(isInOrder) &&
  areRows(matrix) &&
  matrix.vote.every((vote) => vote >= -1 && vote <= 1)

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isInOrder = (id: string, at: number, ids: readonly string[]): boolean =>
  isId(id) && (at === 0 || byId(ids[at - 1]!, id) < 0)

function areRows({ people, columns, rowStart, statement, vote }: Votes): boolean {
  if (rowStart.length !== people + 1 || rowStart[0] !== 0) return false
  if (rowStart[people] !== vote.length || statement.length !== vote.length) return false
  for (let row = 0; row < people; row++) {
    const to = rowStart[row + 1]!
    if (to < rowStart[row]! || to > vote.length) return false
    let before = -1
    for (let at = rowStart[row]!; at < to; at++) {
      const column = statement[at]!
      if (column <= before || column >= columns) return false
      before = column
    }
  }
  return true
}
