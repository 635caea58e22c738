import { type ClauseId, canonical, type Parsed, parsed, refused } from '../../kernel/index.ts'
import { decidedIn } from '../decided.ts'
import type { Amendment, Charter, Contested, Dial, Floor, Principle, Ruling } from '../schema.ts'

/** A change to one clause, or to the charter as a whole. */
export interface Amended {
  readonly clause: ClauseId | null
  readonly change: Amendment
}

/**
 * The charter with one change made; the very same charter where it says so already.
 *
 * What a clause states are words that people voted on, its figures are counts, and a ruling's cases are those that were
 * judged: none of that is changed by hand. What is: how a floor is checked, the bounds of a dial, why a clause exists,
 * who decided it, and when it is looked at again.
 *
 * Errors: one problem that names the clause and what it could take.
 * Source: this project, ADR 0063.
 */
export function amend(charter: Charter, { clause, change }: Amended): Parsed<Charter> {
  switch (change.kind) {
    case 'request':
      return no(clause, 'a request', 'an answer that defers or rejects it: only listening again can meet it')
    case 'bounds': {
      const { kind: _, ...bounds } = change
      return inPrinciple(charter, clause, (one) =>
        one.kind === 'dial' ? withBounds(one, bounds) : 'a dial, which alone has bounds',
      )
    }
    case 'add-rule':
    case 'drop-rule':
      return inPrinciple(charter, clause, (one) =>
        one.kind === 'floor' ? withRule(one, change) : 'a floor, which alone has rules',
      )
    case 'motive':
      return inDecided(charter, clause, (one) => ({ ...one, motive: change.motive }))
    case 'authority':
      return inDecided(charter, clause, (one) => ({ ...one, authority: change.authority }))
    case 'review':
      return inDecided(charter, clause, (one) =>
        'reviewAfter' in one
          ? { ...one, reviewAfter: change.after }
          : 'a ruling or a contested clause, which alone are looked at again',
      )
  }
}

/** Whether a charter says what a change asked for. */
export function isMade(charter: Charter, asked: Amended): boolean {
  const made = amend(charter, asked)
  return made.kind === 'parsed' && made.value === charter
}

/**
 * The charter with all changes made.
 *
 * Errors: the first change that cannot be made; a change that another one undoes.
 */
export function amendAll(charter: Charter, changes: readonly Amended[]): Parsed<Charter> {
  let made = charter
  for (const one of changes) {
    const next = amend(made, one)
    if (next.kind === 'refused') return next
    made = next.value
  }
  const undone = changes.find((one) => !isMade(made, one))
  return undone === undefined
    ? parsed(made)
    : no(undone.clause, `a change (${undone.change.kind}) that another one undoes`, 'one of the two')
}

/** A clause with a change, or what clause the change would be for. */
type Edit<T> = (one: T) => T | string

type Decided = Principle | Ruling | Contested

function withBounds(one: Dial, bounds: Pick<Dial['scale'], 'from' | 'to' | 'start'>): Dial | string {
  const { from, to, start } = bounds
  return from < to && from <= start && start <= to
    ? { ...one, scale: { ...one.scale, ...bounds } }
    : 'bounds that leave a choice, with the start between them'
}

function withRule(one: Floor, { kind, rule }: Extract<Amendment, { rule: unknown }>): Floor | string {
  const others = one.rules.filter((other) => canonical(other) !== canonical(rule))
  const isThere = others.length < one.rules.length
  if (kind === 'add-rule') return isThere ? one : { ...one, rules: [...one.rules, rule] }
  return others.length > 0 ? { ...one, rules: others } : 'a floor that keeps another rule to check it by'
}

function inPrinciple(charter: Charter, clause: ClauseId | null, edit: Edit<Principle>): Parsed<Charter> {
  const found = charter.principles.find(({ id }) => id === clause)
  if (found === undefined) return no(clause, 'no principle', 'a floor or a dial of this charter')
  return edited(charter, found, edit(found))
}

function inDecided(charter: Charter, clause: ClauseId | null, edit: Edit<Decided>): Parsed<Charter> {
  const all: readonly Decided[] = [...charter.principles, ...charter.rulings, ...charter.contested]
  const found = all.find(({ id }) => id === clause)
  if (found === undefined) return no(clause, 'no such clause', 'a principle, a ruling or a contested clause')
  return edited(charter, found, edit(found))
}

function edited<T extends Decided>(charter: Charter, before: T, after: T | string): Parsed<Charter> {
  if (typeof after === 'string') return no(before.id, 'a change that it cannot take', after)
  if (canonical(before) === canonical(after)) return parsed(charter)
  const put = <U extends Decided>(list: readonly U[]) =>
    list.map((one) => ((one as Decided) === before ? (after as unknown as U) : one))
  const clauses = {
    principles: put(charter.principles),
    rulings: put(charter.rulings),
    contested: put(charter.contested),
  }
  return parsed({ ...charter, ...clauses, decided: decidedIn(clauses) })
}

const no = (clause: ClauseId | null, found: string, expected: string) =>
  refused({ place: clause ?? 'the charter', found, expected })
