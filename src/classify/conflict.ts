import { byId, type CaseId, type StatementId } from '../kernel/index.ts'
import type { Case } from '../listen/index.ts'
import { acting } from './case-outcome.ts'
import type { CellIndex } from './cell-index.ts'
import { mayViolate } from './judges.ts'
import type { Conflict } from './standing.ts'
import { MOST_SETS, transversals } from './transversals.ts'

/**
 * The smallest sets of values that no acting response of a case can honour together.
 *
 * Every response violates some values; a set of values conflicts when it meets every one of those violation sets, so
 * the minimal conflicts are their minimal transversals. "No AI acts" is left out by the caller: with it, anything
 * could be honoured by doing nothing.
 *
 * Shapes: one violation set per acting response -> conflicts of at most `most` values, smallest first, ties by id.
 * Errors: throws RangeError for more responses than `MOST_SETS`; a record of such a case is not accepted. A response
 * that violates nothing, or a case where nothing acts, means no conflict.
 * Source: DESIGN, section 2; ADR 0006; `transversals`.
 *
 * @example
 * smallestConflicts([['candour'], ['privacy']]) // => [['candour', 'privacy']]
 * smallestConflicts([['candour', 'privacy'], ['candour']]) // => [['candour']]
 * smallestConflicts([['candour'], []]) // => []
 */
export function smallestConflicts<Value extends string>(
  violations: readonly (readonly Value[])[],
  most = MOST_SETS,
): readonly (readonly Value[])[] {
  const values = [...new Set(violations.flat())].sort(byId)
  const numberOf = new Map(values.map((value, number) => [value, number]))
  const sets = violations.map((set) => [...new Set(set)].map((value) => numberOf.get(value)!))
  return transversals(sets, most)
    .map((conflict) => conflict.sort((a, b) => a - b))
    .sort(bySizeThenNumber)
    .map((conflict) => conflict.map((number) => values[number]!))
}

/**
 * Every conflict of these cases once, with the cases it stands in: widest first, then smallest, then by id.
 *
 * A conflict is probable where it stands on sure verdicts alone. Where it needs cells that the judges left open to
 * turn out as violations it is possible, and it is listed only if it is probable nowhere.
 *
 * Source: DESIGN, section 2; ADR 0006.
 */
export function conflictsOf(cases: readonly Case[], cells: CellIndex): readonly Conflict[] {
  const probable: Found = new Map()
  const possible: Found = new Map()
  for (const one of cases) {
    for (const conflict of smallestConflicts(violationsIn(one, cells, 'sure')))
      note(probable, conflict, one.id)
    for (const conflict of smallestConflicts(violationsIn(one, cells, 'possible'), MOST_POSSIBLE))
      note(possible, conflict, one.id)
  }
  for (const key of probable.keys()) possible.delete(key)
  return [...listed(probable, 'probable'), ...listed(possible, 'possible')].sort(byWidth)
}

/** Possible conflicts of more values than this are not listed: nobody can act on them (ADR 0006). */
export const MOST_POSSIBLE = 3

function violationsIn(one: Case, cells: CellIndex, certainty: 'sure' | 'possible'): StatementId[][] {
  return acting(one).map(({ id }) =>
    cells
      .of(one.id, id)
      .filter((cell) => (certainty === 'sure' ? cell.verdict === 'violates' : mayViolate(cell)))
      .map(({ statement }) => statement),
  )
}

type Found = Map<string, { readonly statements: readonly StatementId[]; readonly cases: CaseId[] }>

function note(found: Found, statements: readonly StatementId[], where: CaseId): void {
  const key = statements.join('\n')
  const known = found.get(key)
  if (known) known.cases.push(where)
  else found.set(key, { statements, cases: [where] })
}

const listed = (found: Found, certainty: Conflict['certainty']): Conflict[] =>
  [...found.values()].map(({ statements, cases }) => ({
    statements,
    cases: [...cases].sort(byId),
    certainty,
  }))

function bySizeThenNumber(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

function bySizeThenId(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : byId(a[at]!, b[at]!)
}

const byWidth = (a: Conflict, b: Conflict): number =>
  b.cases.length - a.cases.length || bySizeThenId(a.statements, b.statements)
