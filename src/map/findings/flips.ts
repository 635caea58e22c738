import { type Direction, type GroupId, LEVEL, normalQuantile, seen, type Tally } from '../../kernel/index.ts'
import type { Flip } from '../checked.ts'
import { differenceZ, ownZ, TEN_PERCENT } from './representative.ts'
import { othersThan, type StatementTally } from './support.ts'

/** Whether a majority of these people surely answers so: the whole Wilson interval lies above one half. */
export const surelyMost = (tally: Tally, direction: Direction): boolean =>
  isAboveHalf(tally[direction], seen(tally))

/**
 * The fewest votes that would take a statement off the list of what every group surely agrees with: so many members of
 * one group who answer otherwise after all, or so many who come and answer otherwise. Without groups, of everybody.
 *
 * `voices/removals.ts` asks something else: how many people hold a plain majority up, who leave with all they answered.
 *
 * Errors: none; null where it is not on the list.
 * Source: Wilson's interval lies above one half exactly where 2A − S > z·√S; ADR 0045.
 *
 * @example
 * consensusFlip({ overall: { agree: 20, pass: 0, disagree: 0 }, groups: new Map() }, 'agree') // => { group: null, changed: 6, added: 10 }
 */
export function consensusFlip(
  { overall, groups }: Pick<StatementTally, 'overall' | 'groups'>,
  direction: Direction,
): Flip | null {
  const parts = groups.size === 0 ? [[null, overall] as const] : [...groups]
  const flips = parts.map(([group, tally]): Flip => {
    const [yes, n] = [tally[direction], seen(tally)]
    return {
      group,
      changed: fewest((x) => !isAboveHalf(yes - x, n)),
      added: fewest((x) => !isAboveHalf(yes, n + x)),
    }
  })
  const easiest = flips.reduce((best, next) => (isEasier(next, best) ? next : best))
  return easiest.changed === 0 ? null : easiest
}

/**
 * The fewest votes of a group's own members that would end what qualifies a statement to speak for it: so many who
 * answer otherwise after all, or so many who come and answer otherwise.
 *
 * Errors: none; null where it is listed without qualifying, as the single most telling one.
 */
export function representativeFlip(
  { groups }: Pick<StatementTally, 'groups'>,
  group: GroupId,
  direction: Direction,
): Flip | null {
  const inside = groups.get(group)!
  const others = othersThan(group, groups)
  const outside = [others[direction], seen(others)] as const
  const qualifies = (yes: number, n: number) =>
    ownZ(yes, n) > TEN_PERCENT && differenceZ([yes, n], outside) > TEN_PERCENT
  const [yes, n] = [inside[direction], seen(inside)]
  if (!qualifies(yes, n)) return null
  return {
    group,
    changed: fewest((x) => !qualifies(yes - x, n)),
    added: fewest((x) => !qualifies(yes, n + x)),
  }
}

/** The smallest whole number for which something holds that goes on holding above it. */
function fewest(holds: (x: number) => boolean): number {
  let [below, above] = [-1, 0]
  while (!holds(above)) [below, above] = [above, 2 * above + 1]
  while (above - below > 1) {
    const half = (below + above) >> 1
    if (holds(half)) above = half
    else below = half
  }
  return above
}

const isEasier = (a: Flip, b: Flip): boolean =>
  a.changed < b.changed || (a.changed === b.changed && a.added < b.added)

const isAboveHalf = (yes: number, n: number): boolean => 2 * yes - n > Z * Math.sqrt(n)

const Z = normalQuantile((1 + LEVEL) / 2)
