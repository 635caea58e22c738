import type { DecisionKind, DecisionRecord } from '../../govern/index.ts'
import { byId, type ClauseId } from '../../kernel/index.ts'
import type { Report } from '../schema.ts'

/** How often the gateway decided in one way, and on which clauses that rested. */
export interface DecisionCount {
  readonly kind: DecisionKind
  readonly count: number
  /** For `send`: floors that were in play and kept. Otherwise: what the decision rests on. */
  readonly clauses: ReadonlyMap<ClauseId, number>
}

const KINDS: readonly DecisionKind[] = ['send', 'ask', 'hold', 'refuse', 'off']

/** A decision, or several that are alike. */
type Countable = Pick<DecisionRecord, 'kind' | 'clauses'> & { readonly times?: number }

/**
 * Counts recorded decisions, each kind once, also those that never happened.
 *
 * @example
 * countDecisions([]).map(({ kind, count }) => `${kind} ${count}`) // => ['send 0', 'ask 0', 'hold 0', 'refuse 0', 'off 0']
 */
export function countDecisions(records: Iterable<Countable>): readonly DecisionCount[] {
  const counts = new Map(KINDS.map((kind) => [kind, { count: 0, clauses: new Map<ClauseId, number>() }]))
  for (const { kind, clauses, times = 1 } of records) {
    const counted = counts.get(kind)
    if (counted === undefined) continue
    counted.count += times
    const rests = kind === 'send' ? 'checked' : 'decided'
    for (const { clause } of clauses.filter(({ part }) => part === rests))
      counted.clauses.set(clause, (counted.clauses.get(clause) ?? 0) + times)
  }
  return [...counts].map(([kind, { count, clauses }]) => ({ kind, count, clauses }))
}

/** What the gateway did, by kind. These count answers, not people. */
export function decisionsIn(counts: readonly DecisionCount[]): Report['decisions'] {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0)
    return { kind: 'missing', says: 'Nothing to report: the gateway has not decided on any answer yet.' }
  return {
    kind: 'decisions',
    total,
    byKind: KINDS.map((kind) => {
      const found = counts.find((one) => one.kind === kind)
      return {
        kind,
        count: found?.count ?? 0,
        clauses: [...(found?.clauses ?? [])]
          .map(([clause, count]) => ({ clause, count }))
          .sort((a, b) => b.count - a.count || byId(a.clause, b.clause)),
      }
    }),
  }
}
