import { byId, type CaseId, type StatementId } from '../kernel/index.ts'
import type { Case, CaseResponse } from '../listen/index.ts'
import type { CellIndex } from './cell-index.ts'
import { bearsOn, mayViolate } from './judges.ts'
import type { Cell } from './standing.ts'

/** What one case, in which a statement matters, says of it. */
export interface CaseOutcome {
  readonly case: CaseId
  /**
   * `met`: some acting response surely meets it. `refused`: every acting response surely violates it. `spared`:
   * surely neither. `open`: the judges have not settled which.
   */
  readonly kind: 'met' | 'refused' | 'spared' | 'open'
  /** Whether "no AI acts" may be chosen here and, for all the judges say, honours the statement. */
  readonly absenceHonours: boolean
}

/**
 * What the cases in which a statement matters say of it, by case.
 *
 * It matters in a case when some response more likely than not meets or violates it. Nobody acting is no way to meet
 * a value; handing over to a person is.
 *
 * Source: DESIGN, section 2; ADR 0006.
 */
export function outcomesOf(
  statement: StatementId,
  cases: ReadonlyMap<CaseId, Case>,
  cells: CellIndex,
): readonly CaseOutcome[] {
  return [...cells.about(statement)]
    .filter(([where, judged]) => cases.has(where) && judged.some(bearsOn))
    .map(([where, judged]) => outcomeIn(cases.get(where)!, judged))
    .sort((a, b) => byId(a.case, b.case))
}

/** The responses in which something acts: all but "no AI acts". */
export const acting = (one: Case): readonly CaseResponse[] =>
  one.responses.filter(({ kind }) => kind !== 'absent')

function outcomeIn(one: Case, judged: readonly Cell[]): CaseOutcome {
  const cellOf = (response: CaseResponse) => judged.find((cell) => cell.response === response.id)
  const verdicts = acting(one).map((response) => cellOf(response)?.verdict ?? 'undetermined')
  const absenceHonours = one.responses.some((response) => {
    const cell = cellOf(response)
    return response.kind === 'absent' && response.admissible && !(cell && mayViolate(cell))
  })
  return { case: one.id, kind: kindOf(verdicts), absenceHonours }
}

function kindOf(verdicts: readonly Cell['verdict'][]): CaseOutcome['kind'] {
  if (verdicts.includes('meets')) return 'met'
  if (verdicts.includes('undetermined') || verdicts.length === 0) return 'open'
  return verdicts.includes('irrelevant') ? 'spared' : 'refused'
}
