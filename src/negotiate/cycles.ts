import { byId, type StatementId } from '../kernel/index.ts'
import type { RulingOutcome } from './slate.ts'

/**
 * Robust rulings that go round in a circle, each as the values it passes, from its lowest id on.
 *
 * X before Y, Y before Z and Z before X can all be robust, in different cases. Every value that is on any circle is on
 * one of those returned: a shortest one through it.
 *
 * Shapes: circles sorted by length, then by id.
 *
 * @example
 * cyclesOf([]) // => []
 */
export function cyclesOf(
  rulings: readonly Pick<RulingOutcome, 'prefer' | 'over' | 'status'>[],
): readonly (readonly StatementId[])[] {
  const overs = new Map<StatementId, StatementId[]>()
  for (const { prefer, over, status } of rulings)
    if (status === 'robust') overs.set(prefer, [...(overs.get(prefer) ?? []), over].sort(byId))
  const found = new Map<string, readonly StatementId[]>()
  for (const start of [...overs.keys()].sort(byId)) {
    const circle = fromLowest(shortestCircle(start, overs))
    if (circle.length > 0) found.set(circle.join('\n'), circle)
  }
  return [...found.values()].sort((a, b) => a.length - b.length || byId(a.join('\n'), b.join('\n')))
}

/** Breadth first from a value until it is reached again; empty if it never is. */
function shortestCircle(
  start: StatementId,
  overs: ReadonlyMap<StatementId, readonly StatementId[]>,
): StatementId[] {
  const cameFrom = new Map<StatementId, StatementId>()
  const queue = [start]
  for (const at of queue)
    for (const next of overs.get(at) ?? []) {
      if (next === start) return pathTo(at, start, cameFrom)
      if (cameFrom.has(next)) continue
      cameFrom.set(next, at)
      queue.push(next)
    }
  return []
}

function pathTo(
  end: StatementId,
  start: StatementId,
  cameFrom: ReadonlyMap<StatementId, StatementId>,
): StatementId[] {
  const path = [end]
  while (path[0] !== start) path.unshift(cameFrom.get(path[0]!)!)
  return path
}

function fromLowest(circle: readonly StatementId[]): readonly StatementId[] {
  const lowest = circle.indexOf([...circle].sort(byId)[0]!)
  return [...circle.slice(lowest), ...circle.slice(0, lowest)]
}
