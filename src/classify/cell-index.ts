import type { CaseId, ResponseId, StatementId } from '../kernel/index.ts'
import type { Cell } from './standing.ts'

/** The judged cells by where they stand. */
export interface CellIndex {
  /** The judged cells of one response. */
  of(where: CaseId, response: ResponseId): readonly Cell[]
  /** One cell, where it was judged. */
  at(where: CaseId, response: ResponseId, statement: StatementId): Cell | undefined
  /** The judged cells of one statement in each case that has any. */
  about(statement: StatementId): ReadonlyMap<CaseId, readonly Cell[]>
}

/** Cells by case and response, and by statement. */
export function indexCells(cells: readonly Cell[]): CellIndex {
  const byResponse = new Map<CaseId, Map<ResponseId, Cell[]>>()
  const byStatement = new Map<StatementId, Map<CaseId, Cell[]>>()
  for (const cell of cells) {
    append(child(byResponse, cell.case), cell.response, cell)
    append(child(byStatement, cell.statement), cell.case, cell)
  }
  const of = (where: CaseId, response: ResponseId) => byResponse.get(where)?.get(response) ?? []
  return {
    of,
    at: (where, response, statement) => of(where, response).find((cell) => cell.statement === statement),
    about: (statement) => byStatement.get(statement) ?? new Map(),
  }
}

function child<A, B, C>(parent: Map<A, Map<B, C>>, key: A): Map<B, C> {
  const known = parent.get(key)
  if (known) return known
  const fresh = new Map<B, C>()
  parent.set(key, fresh)
  return fresh
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key)
  if (known) known.push(value)
  else lists.set(key, [value])
}
