import { byId, type StatementId } from '../kernel/index.ts'
import type { Listening, Statement } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { askedOf } from './answers.ts'
import { outcomesOf } from './case-outcome.ts'
import { indexCells } from './cell-index.ts'
import { conflictsOf } from './conflict.ts'
import { decidingQuestion, judgesForCells } from './deciding-question.ts'
import { benchOf } from './judges.ts'
import { resolutionsOf } from './resolution.ts'
import type { Conflict, Register, RegisterEntry } from './standing.ts'
import { standingOf } from './standing-of.ts'

/**
 * What the cases say of every statement: whether any system can meet it, at whose cost, and how it is settled.
 *
 * Statements that were removed, or that ask who somebody is, claim nothing of an assistant and are left out.
 *
 * Shapes: a listening and its map -> one entry per statement in play, sorted by id.
 * Errors: none; without cases every statement is undetermined, because votes alone decide nothing.
 * Source: DESIGN, section 2.
 */
export function registerOf(listening: Listening, map: OpinionMap): Register {
  const statements = listening.statements.filter(isInPlay).sort((a, b) => byId(a.id, b.id))
  const inPlay = new Map(statements.map((statement) => [statement.id, statement]))
  const cases = new Map(listening.cases.map((one) => [one.id, one]))
  const bench = benchOf(listening.judgements)
  const cells = indexCells(bench.cells.filter(({ statement }) => inPlay.has(statement)))
  const conflicts = conflictsOf(listening.cases, cells)
  const conflictsOn = conflictsByStatement(conflicts)
  const textOf = (statement: Statement['id']) => inPlay.get(statement)?.text ?? statement

  const assessed = statements.map((statement) => {
    const outcomes = outcomesOf(statement.id, cases, cells)
    const own = conflictsOn.get(statement.id) ?? []
    const drafting = listening.drafting.filter((note) => note.statement === statement.id)
    const assessment = standingOf({ statement: statement.id, outcomes, conflicts: own, textOf })
    return { statement: statement.id, outcomes, conflicts: own, drafting, ...assessment }
  })
  const resolutions = resolutionsOf(assessed, askedOf(listening, map))

  const judgesFor = judgesForCells(bench.typical)
  const entries = assessed.map(
    ({ statement, standing, because, outcomes, conflicts: own }): RegisterEntry => {
      const doubt = { statement: inPlay.get(statement)!, outcomes, cases, cells, judgesFor }
      const honoured =
        standing === 'unalignable' ? outcomes.filter(({ absenceHonours }) => absenceHonours) : []
      return {
        statement,
        standing,
        because,
        relevant: outcomes.map((outcome) => outcome.case),
        honoured: honoured.map((outcome) => outcome.case),
        conflicts: own,
        resolution: resolutions.get(statement)!,
        question: standing === 'undetermined' ? decidingQuestion(doubt) : null,
      }
    },
  )
  return { entries, conflicts, cells: bench.cells }
}

function conflictsByStatement(conflicts: readonly Conflict[]): ReadonlyMap<StatementId, readonly Conflict[]> {
  const lists = new Map<StatementId, Conflict[]>()
  for (const conflict of conflicts)
    for (const statement of conflict.statements) {
      const list = lists.get(statement) ?? []
      lists.set(statement, list)
      list.push(conflict)
    }
  return lists
}

/** Whether a statement says how an assistant should behave, and still stands. */
export const isInPlay = ({ moderation, subject }: Statement): boolean =>
  moderation !== 'removed' && subject === 'value'
