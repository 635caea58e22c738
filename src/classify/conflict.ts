import { byId, type CaseId, type StatementId } from '../kernel/index.ts'
import type { Case } from '../listen/index.ts'
import { acting } from './case-outcome.ts'
import type { CellIndex } from './cell-index.ts'
import { mayViolate } from './judges.ts'
import type { Conflict } from './standing.ts'

/**
 * The smallest sets of values that no acting response of a case can honour together.
 *
 * Every response violates some values; a set of values conflicts when it meets every one of those violation sets, so
 * the minimal conflicts are their minimal transversals. "No AI acts" is left out by the caller: with it, anything
 * could be honoured by doing nothing.
 *
 * Shapes: one violation set per acting response -> conflicts of at most `most` values, smallest first, ties by id.
 * Errors: none. A response that violates nothing, or a case where nothing acts, means no conflict.
 * Source: DESIGN, section 2; transversals one set at a time after Berge 1989, Hypergraphs, chapter 2; ADR 0006.
 *
 * @example
 * smallestConflicts([['candour'], ['privacy']]) // => [['candour', 'privacy']]
 * smallestConflicts([['candour', 'privacy'], ['candour']]) // => [['candour']]
 * smallestConflicts([['candour'], []]) // => []
 */
export function smallestConflicts<Value extends string>(
  violations: readonly (readonly Value[])[],
  most = Number.POSITIVE_INFINITY,
): readonly (readonly Value[])[] {
  if (violations.length === 0) return []
  // Small sets first: they leave the fewest ways to go on.
  const sets = violations.map((values) => new Set(values)).sort((a, b) => a.size - b.size)
  return sets
    .reduce<readonly (readonly Value[])[]>((ways, _, at) => crossOut(ways, sets.slice(0, at + 1), most), [[]])
    .map((conflict) => [...conflict].sort(byId))
    .sort(bySizeThenId)
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

/** One step of Berge's multiplication: transversals of the sets before the last, made to meet the last as well. */
function crossOut<Value>(
  ways: readonly (readonly Value[])[],
  sets: readonly ReadonlySet<Value>[],
  most: number,
): readonly (readonly Value[])[] {
  const last = sets.at(-1)!
  return ways.flatMap((way) => {
    if (way.some((value) => last.has(value))) return [way]
    if (way.length >= most) return []
    return [...last].map((value) => [...way, value]).filter((longer) => isMinimal(longer, sets))
  })
}

/** Every value is needed: some set is met by it alone. */
const isMinimal = <Value>(way: readonly Value[], sets: readonly ReadonlySet<Value>[]): boolean =>
  way.every((value) =>
    sets.some((set) => set.has(value) && !way.some((other) => other !== value && set.has(other))),
  )

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

function bySizeThenId(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : byId(a[at]!, b[at]!)
}

const byWidth = (a: Conflict, b: Conflict): number =>
  b.cases.length - a.cases.length || bySizeThenId(a.statements, b.statements)
