import type { ColumnStats, Rows } from '../kernels.ts'

export function columnStats({ votes, from, to }: Rows, { seen, sum }: ColumnStats): void {
  const { rowStart, statement, vote } = votes
  const end = rowStart[to]!
  for (let at = rowStart[from]!; at < end; at++) {
    seen[statement[at]!]!++
    sum[statement[at]!]! += vote[at]!
  }
}
