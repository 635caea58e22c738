import { acting, bearsOn, type Cell, type Conflict, EXCLUDED } from '../classify/index.ts'
import { byId, type CaseId, type ParticipantId, type ResponseId, type StatementId } from '../kernel/index.ts'
import type { Case, Comparison, Listening } from '../listen/index.ts'

/** A probable conflict between exactly two values. */
export interface Pair {
  readonly x: StatementId
  readonly y: StatementId
  readonly cases: readonly CaseId[]
}

/** How far each person prefers responses that honour x over responses that honour y, from 0 to 1; ties one half. */
export type Voices = ReadonlyMap<ParticipantId, number>

/** What was said about cases, found by where it stands. */
export interface Hearing {
  readonly cases: ReadonlyMap<CaseId, Case>
  readonly comparisons: ReadonlyMap<CaseId, readonly Comparison[]>
  readonly cellAt: (where: CaseId, response: ResponseId, statement: StatementId) => Cell | undefined
}

export function hearingOf({ cases, comparisons }: Listening, cells: readonly Cell[]): Hearing {
  const key = (...where: readonly string[]) => where.join('\n')
  const byPlace = new Map(cells.map((cell) => [key(cell.case, cell.response, cell.statement), cell]))
  const byCase = new Map<CaseId, Comparison[]>(cases.map(({ id }) => [id, []]))
  for (const comparison of comparisons) byCase.get(comparison.case)?.push(comparison)
  return {
    cases: new Map(cases.map((one) => [one.id, one])),
    comparisons: byCase,
    cellAt: (...where) => byPlace.get(key(...where)),
  }
}

export const pairsOf = (conflicts: readonly Conflict[]): Pair[] =>
  conflicts.flatMap(({ statements, cases, certainty }) => {
    const [x, y] = statements
    return certainty === 'probable' && statements.length === 2 && x && y ? [{ x, y, cases }] : []
  })

/** One comparison that bears on a pair: 1 for x, 0 for y, one half for a tie. */
export interface Sided {
  readonly participant: ParticipantId
  readonly win: number
}

/**
 * The comparisons, in the pair's cases, between an acting response that surely violates y and not x, and one that
 * surely violates x and not y.
 *
 * Source: ADR 0007.
 */
export const sidedOf = (pair: Pair, hearing: Hearing): readonly Sided[] =>
  pair.cases.flatMap((where) => {
    const sides = sidesIn(hearing.cases.get(where), pair, hearing)
    return (hearing.comparisons.get(where) ?? []).flatMap((comparison) => {
      const win = winFor(comparison, sides)
      return win === null ? [] : [{ participant: comparison.participant, win }]
    })
  })

/**
 * Each person's voice on a pair: the mean of their comparisons, however many they made.
 *
 * Shapes: people sorted by id, so that sums never depend on the order of the records.
 * Source: ADR 0007.
 */
export function voicesOf(sided: readonly Sided[]): Voices {
  const heard = new Map<ParticipantId, { wins: number; times: number }>()
  for (const { participant, win } of sided) {
    const before = heard.get(participant) ?? { wins: 0, times: 0 }
    heard.set(participant, { wins: before.wins + win, times: before.times + 1 })
  }
  return new Map(
    [...heard]
      .sort(([a], [b]) => byId(a, b))
      .map(([participant, { wins, times }]) => [participant, wins / times]),
  )
}

/** Cases in which both values matter and one acting response violates neither: there they do not collide. */
export function outsideOf(pair: Pair, { cases, cellAt }: Hearing): CaseId[] {
  const matters = (one: Case, statement: StatementId) =>
    one.responses.some(({ id }) => {
      const cell = cellAt(one.id, id, statement)
      return cell !== undefined && bearsOn(cell)
    })
  return [...cases.values()]
    .filter((one) => !pair.cases.includes(one.id))
    .filter((one) => matters(one, pair.x) && matters(one, pair.y))
    .filter((one) =>
      acting(one).some(({ id }) =>
        [pair.x, pair.y].every((statement) => surelySpares(cellAt(one.id, id, statement))),
      ),
    )
    .map(({ id }) => id)
    .sort(byId)
}

/** Which responses of a case stand for which value. */
type Sides = ReadonlyMap<ResponseId, 'x' | 'y'>

export function sidesIn(one: Case | undefined, { x, y }: Pair, { cellAt }: Hearing): Sides {
  const sides = new Map<ResponseId, 'x' | 'y'>()
  if (one === undefined) return sides
  for (const { id } of acting(one)) {
    const [ofX, ofY] = [cellAt(one.id, id, x), cellAt(one.id, id, y)]
    if (surelySpares(ofX) && ofY?.verdict === 'violates') sides.set(id, 'x')
    if (surelySpares(ofY) && ofX?.verdict === 'violates') sides.set(id, 'y')
  }
  return sides
}

function winFor({ a, b, prefers }: Comparison, sides: Sides): number | null {
  const [left, right] = [sides.get(a), sides.get(b)]
  if (left === undefined || right === undefined || left === right) return null
  if (prefers === 'tie') return 0.5
  return (prefers === 'a' ? left : right) === 'x' ? 1 : 0
}

/** Judged, and a violation is excluded. What nobody judged is not known to spare anything. */
const surelySpares = (cell: Cell | undefined): boolean => cell !== undefined && cell.violates <= EXCLUDED
