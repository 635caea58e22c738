import type { GroupId } from '../../../kernel/index.ts'
import type { GroupUtility, Panel, Slate, SlateEffect } from '../../../negotiate/index.ts'

/** What a slate means for the groups, beside the slate in force. */
export type Compared =
  | { readonly kind: 'in-force'; readonly least: readonly GroupUtility[] }
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly gain: readonly GroupId[]; readonly bear: readonly GroupId[] }

/**
 * Who gains and who bears it, if this slate were taken instead of the one in force.
 *
 * A group gains or bears it only where the difference is called; everything else is too close to say. Of the slate in
 * force it is asked which groups are surely behind another.
 *
 * Source: ADR 0041, 0060.
 */
export function compared(slate: Slate, panel: Panel): Compared {
  const inForce = panel.slates.find(({ rule }) => rule === panel.inForce)
  if (inForce === undefined || slate.rule === inForce.rule) return { kind: 'in-force', least: behind(slate) }
  if (sameSeats(slate, inForce)) return { kind: 'same' }
  const moved = (called: SlateEffect['called']) =>
    slate.effects
      .filter(({ beside }) => beside.kind === 'rule' && beside.rule === inForce.rule)
      .filter((effect) => effect.called === called)
      .map(({ group }) => group)
  return { kind: 'differs', gain: moved('gains'), bear: moved('loses') }
}

/** Groups whose whole interval lies below that of some other group. */
const behind = ({ utilities }: Slate): readonly GroupUtility[] =>
  utilities.filter(({ approved }) => utilities.some((other) => approved.high < other.approved.low))

const sameSeats = (a: Slate, b: Slate): boolean =>
  a.seats.length === b.seats.length &&
  a.seats.every((seat) => b.seats.some(({ statement }) => statement === seat.statement))
