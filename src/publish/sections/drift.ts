import { type Change, type Charter, diffCharters } from '../../charter/index.ts'
import type { Interval } from '../../kernel/index.ts'
import type { Report } from '../schema.ts'
import { counted, listed } from '../sentences.ts'

/** What changed since the charter before; with nothing before, that is said. */
export function driftIn(charter: Charter | null, before: Charter | null): Report['drift'] {
  if (charter === null) return nothing('there is no charter yet.')
  if (before === null)
    return nothing(
      charter.parent === null
        ? 'this is the first charter. Whether people, the system or the charter change over time is not known yet.'
        : `the charter this one replaces (${charter.parent}) was not at hand. What changed is not known.`,
    )
  const { from, to, changes } = diffCharters(before, charter)
  return {
    kind: 'compared',
    says:
      changes.length === 0
        ? `Nothing changed since version ${before.version}.`
        : `${counted(changes.length, 'change')} since version ${before.version}. Whether people or the system changed is not known.`,
    from,
    to,
    changes: changes.map((change) => ({
      clause: 'clause' in change ? change.clause : null,
      says: changeSays(change),
    })),
  }
}

const nothing = (because: string): Report['drift'] => ({
  kind: 'nothing-to-compare',
  says: `Nothing to compare yet: ${because}`,
})

/** One change in a sentence, without counts that could show a few people. */
function changeSays(change: Change): string {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return `${change.kind === 'added' ? 'Added' : 'Removed'}, a ${change.part}: “${change.text}”`
    case 'moved':
      return `Was a ${change.from}, is a ${change.to}: “${change.text}”`
    case 'reworded':
      return `Said “${change.from}”, says “${change.to}”`
    case 'reversed':
      return `Was ${change.from}, is ${change.to}: the other value gives way`
    case 'renumbered':
      return `Was ${change.from}`
    case 'support':
      return `Support of ${change.group === 'everyone' ? 'everyone' : `group ${change.group}`} ${moved(change.from, change.to)}`
    case 'effect':
      return `For group ${change.group}: was ${change.from}, is ${change.to}`
    case 'changed':
      return `Its ${change.field} changed`
    case 'figures':
      return `Figures moved within their intervals: ${listed(change.clauses)}`
    case 'threshold':
      return `${change.path}: was ${change.from}, is ${change.to}`
    case 'about':
      return `${change.path} changed`
    case 'round':
      return `How it was amended: was ${change.from}, is ${change.to}`
    case 'reordered':
      return 'The same things stand in another order'
  }
}

const moved = (from: Interval, to: Interval): string =>
  to.estimate > from.estimate ? 'rose beyond its interval' : 'fell below its interval'
