import type { CaseId, StatementId } from '../kernel/index.ts'

/** One statement over another, in some cases. */
export interface Precedence {
  readonly prefer: { readonly statement: StatementId }
  readonly over: { readonly statement: StatementId }
  readonly when: readonly { readonly id: CaseId }[]
}

/**
 * The rulings by which a new one would lead back to its own preference in some case, fewest first; null when none do.
 * One ruling on the way is a contradiction, several are a circle.
 *
 * @example
 * const over = (prefer, over) => ({ prefer: { statement: prefer }, over: { statement: over }, when: [{ id: 'c' }] })
 * circleWith(over('c', 'a'), [over('a', 'b'), over('b', 'c')]).way.length // => 2
 */
export function circleWith<T extends Precedence>(
  added: Precedence,
  others: readonly T[],
): { readonly case: CaseId; readonly way: readonly T[] } | null {
  for (const { id } of added.when) {
    const here = others.filter(({ when }) => when.some((one) => one.id === id))
    const way = wayFrom(added.over.statement, added.prefer.statement, here)
    if (way !== null) return { case: id, way }
  }
  return null
}

function wayFrom<T extends Precedence>(
  start: StatementId,
  goal: StatementId,
  others: readonly T[],
): readonly T[] | null {
  const reached = new Set([start])
  let front: { readonly at: StatementId; readonly way: readonly T[] }[] = [{ at: start, way: [] }]
  while (front.length > 0) {
    const there = front.find(({ at }) => at === goal)
    if (there) return there.way
    front = front.flatMap(({ at, way }) =>
      others
        .filter(({ prefer, over }) => prefer.statement === at && !reached.has(over.statement))
        .map((next) => ({ at: next.over.statement, way: [...way, next] })),
    )
    for (const { at } of front) reached.add(at)
  }
  return null
}
