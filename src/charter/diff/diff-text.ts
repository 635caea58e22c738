import { contained, type Interval } from '../../kernel/index.ts'
import type { Change, CharterDiff, GroupEffect } from '../diff.ts'

/**
 * A comparison as a person reads it: what came, went, moved and turned first; what stayed within its figures last.
 *
 * Each difference is one line; statements are contained, so that none poses as another line.
 */
export function diffText({ from, to, changes }: CharterDiff): string {
  const head = changes.length === 0 ? `Nothing changed: ${from}` : `From ${from}\nto   ${to}\n`
  return [head, ...changes.map((change) => contained(line(change))), ''].join('\n')
}

function line(change: Change): string {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return `${change.kind === 'added' ? '+' : '-'} ${change.clause} ${change.part} ${change.kind}: ${change.text}${effects(change.effects)}`
    case 'moved':
      return `> ${change.clause} moved from ${change.from} to ${change.to}: ${change.text}`
    case 'reworded':
      return `~ ${change.clause} said “${change.from}”, says “${change.to}”`
    case 'reversed':
      return `! ${change.clause} reversed: was ${change.from}, is ${change.to}`
    case 'renumbered':
      return `~ ${change.clause} was ${change.from}`
    case 'support':
      return `~ ${change.clause} support of ${change.group}: ${share(change.from)} before, ${share(change.to)} now`
    case 'effect':
      return `~ ${change.clause} for ${change.group}: ${change.from} before, ${change.to} now`
    case 'changed':
      return `~ ${change.clause} ${change.field}: ${change.from} before, ${change.to} now`
    case 'figures':
      return `= figures moved: ${change.clauses.join(', ')}`
    case 'threshold':
      return `! ${change.path}: ${change.from} before, ${change.to} now`
    case 'about':
      return `~ ${change.path}: ${change.from} before, ${change.to} now`
    case 'round':
      return `~ round: ${change.from} before, ${change.to} now`
    case 'reordered':
      return '= the same things in another order'
  }
}

const share = ({ estimate, low, high, n }: Interval): string =>
  `${percent(estimate)} % (${percent(low)}–${percent(high)}, n ${n})`

const percent = (part: number): number => Math.round(part * 100)

function effects(all: readonly GroupEffect[]): string {
  const those = (effect: GroupEffect['effect']) =>
    all.filter((one) => one.effect === effect).map(({ group }) => group)
  const parts = [
    ['helps', those('benefits')],
    ['burdens', those('burdens')],
    ['not shown for', those('not shown')],
  ] as const
  const told = parts
    .filter(([, groups]) => groups.length > 0)
    .map(([what, groups]) => `${what} ${groups.join(', ')}`)
  return told.length === 0 ? '' : ` (${told.join('; ')})`
}
