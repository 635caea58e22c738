import type { CaseId, ResponseId, StatementId } from '../kernel/index.ts'
import type { Cell } from './standing.ts'

/** The judged cells by where they stand. */
export interface CellIndex {
  /** The judged cells of one response. */
  of(where: CaseId, response: ResponseId): readonly Cell[]
  /** The judged cells of one statement, in each case that has any. */
  about(statement: StatementId): ReadonlyMap<CaseId, readonly Cell[]>
}

/** Cells by case and response, and by statement and case. */
export function indexCells(cells: readonly Cell[]): CellIndex {
  const byResponse = new Map<CaseId, Map<ResponseId, Cell[]>>()
  const byStatement = new Map<StatementId, Map<CaseId, Cell[]>>()
  for (const cell of cells) {
    append(byResponse, [cell.case, cell.response], cell)
    append(byStatement, [cell.statement, cell.case], cell)
  }
  return {
    of: (where, response) => byResponse.get(where)?.get(response) ?? [],
    about: (statement) => byStatement.get(statement) ?? new Map(),
  }
}

function append<A, B>(lists: Map<A, Map<B, Cell[]>>, [outer, inner]: readonly [A, B], cell: Cell): void {
  const row = lists.get(outer) ?? new Map<B, Cell[]>()
  lists.set(outer, row)
  const list = row.get(inner) ?? []
  row.set(inner, list)
  list.push(cell)
}
