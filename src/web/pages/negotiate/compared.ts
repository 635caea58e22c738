import type { GroupId } from '../../../kernel/index.ts'
import type { GroupUtility, Panel, Slate } from '../../../negotiate/index.ts'

/** What a slate means for the groups, beside the slate in force. */
export type Compared =
  | { readonly kind: 'in-force'; readonly least: readonly GroupUtility[] }
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly gain: readonly GroupId[]; readonly bear: readonly GroupId[] }

/**
 * Who gains and who bears it, if this slate were taken instead of the one in force.
 *
 * A group gains only where its whole interval lies above its interval under the rule in force: everything else is too
 * close to say. Of the slate in force it is asked which groups are surely behind another.
 *
 * Source: ADR 0041.
 */
export function compared(slate: Slate, panel: Panel): Compared {
  const inForce = panel.slates.find(({ rule }) => rule === panel.inForce)
  if (inForce === undefined || slate.rule === inForce.rule) return { kind: 'in-force', least: behind(slate) }
  if (sameSeats(slate, inForce)) return { kind: 'same' }
  const before = new Map(inForce.utilities.map(({ group, approved }) => [group, approved]))
  const moved = (surely: (utility: GroupUtility) => boolean) =>
    slate.utilities.filter(surely).map(({ group }) => group)
  return {
    kind: 'differs',
    gain: moved(
      ({ group, approved }) => approved.low > (before.get(group)?.high ?? Number.POSITIVE_INFINITY),
    ),
    bear: moved(
      ({ group, approved }) => approved.high < (before.get(group)?.low ?? Number.NEGATIVE_INFINITY),
    ),
  }
}

/** Groups whose whole interval lies below that of some other group. */
const behind = ({ utilities }: Slate): readonly GroupUtility[] =>
  utilities.filter(({ approved }) => utilities.some((other) => approved.high < other.approved.low))

const sameSeats = (a: Slate, b: Slate): boolean =>
  a.seats.length === b.seats.length &&
  a.seats.every((seat) => b.seats.some(({ statement }) => statement === seat.statement))
