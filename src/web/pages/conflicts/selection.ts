import type { Conflict, RegisterEntry, Standing } from '../../../classify/index.ts'
import type { CaseId, StatementId } from '../../../kernel/index.ts'
import type { Case } from '../../../listen/index.ts'
import type { ConflictsView } from '../../views.ts'
import type { ReadyStudy } from '../ready.ts'

/** What lies open on the page: a conflict in one of its cases, or a statement in one of those in which it matters. */
export type Open =
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly in: Case }
  | { readonly kind: 'statement'; readonly entry: RegisterEntry; readonly in: Case | null }

/** What the page lists: conflicts for conflicting values, widest first; otherwise statements. */
export type Listed =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'statement'; readonly entry: RegisterEntry }

/** Everything of one standing, in the order in which it is shown: what more people hold, or more cases show, first. */
export function listedIn({ register, map }: ReadyStudy, standing: Standing): readonly Listed[] {
  const standings = new Map(register.entries.map((entry) => [entry.statement, entry.standing]))
  if (standing === 'conflicting')
    return register.conflicts
      .filter(({ statements }) => statements.length > 1 || standings.get(statements[0]!) === 'conflicting')
      .map((conflict) => ({ kind: 'conflict', conflict }))
  const held = new Map(map.support.map(({ statement, overall }) => [statement, overall.tally.agree]))
  return register.entries
    .filter((entry) => entry.standing === standing)
    .sort((a, b) => (held.get(b.statement) ?? 0) - (held.get(a.statement) ?? 0))
    .map((entry) => ({ kind: 'statement', entry }))
}

/** What the view asks for; where it names nothing of this standing, the first of the list; null where that is empty. */
export function openIn(study: ReadyStudy, view: Omit<ConflictsView, 'studied'>): Open | null {
  const listed = listedIn(study, view.standing)
  const asked =
    listed.find((one) => isAsked(one, view)) ?? listed.find((one) => isLike(one, view)) ?? listed[0]
  if (asked === undefined) return null
  const cases = new Map(study.listening.cases.map((one) => [one.id, one]))
  const among = asked.kind === 'conflict' ? asked.conflict.cases : asked.entry.relevant
  const where = cases.get(chosenCase(among, view.open) as CaseId)
  if (asked.kind === 'statement') return { ...asked, in: where ?? null }
  return where === undefined ? null : { ...asked, in: where }
}

const isAsked = (one: Listed, { statements, open }: Omit<ConflictsView, 'studied'>): boolean =>
  statements.length === 0
    ? one.kind === 'conflict' && open !== null && one.conflict.cases.includes(open)
    : sameSet(statementsOf(one), statements)

/** Part of what is asked for is better than none: a link to one value opens a conflict it is part of. */
const isLike = (one: Listed, { statements }: Omit<ConflictsView, 'studied'>): boolean =>
  statementsOf(one).some((statement) => statements.includes(statement))

export const statementsOf = (one: Listed): readonly StatementId[] =>
  one.kind === 'conflict' ? one.conflict.statements : [one.entry.statement]

const chosenCase = (among: readonly CaseId[], asked: CaseId | null): CaseId | undefined =>
  among.find((one) => one === asked) ?? among[0]

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))
