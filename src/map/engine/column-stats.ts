import type { ColumnStats } from '../kernels/index.ts'
import type { Operation } from './operation.ts'

/** How many answered each column, and the sum of their answers. */
export const columnStats: Operation<null, ColumnStats, ColumnStats> = {
  name: 'column-stats',
  begin({ votes: { columns } }, kernels) {
    const stats = { seen: new Uint32Array(columns), sum: new Int32Array(columns) }
    return { take: (rows) => kernels.columnStats(rows, stats), part: () => stats }
  },
  merged(parts, { votes: { columns } }) {
    const added = (of: 'seen' | 'sum', column: number) =>
      parts.reduce((sum, part) => sum + part[of][column]!, 0)
    return {
      seen: new Uint32Array(columns).map((_, column) => added('seen', column)),
      sum: new Int32Array(columns).map((_, column) => added('sum', column)),
    }
  },
}
