import { byId, type GroupId, type ParticipantId } from '../../kernel/index.ts'
import { NONE } from '../engine/index.ts'
import type { VoteMatrix } from '../votes/matrix.ts'

export { NONE } from '../engine/index.ts'

/**
 * Which opinion group each row of a matrix is in.
 *
 * Shapes: label g stands for `groups[g]`; one label per row, `NONE` for who is in no group.
 */
export interface Membership {
  readonly groups: readonly GroupId[]
  readonly labels: Uint8Array
}

/**
 * Groups that were named person by person, such as those a published export names, joined to the rows by id.
 *
 * Every group named stays, in order of id, also one of which nobody has a row.
 *
 * @example
 * membershipOf({ participants: ['a', 'b', 'c'] }, new Map([['c', 'A'], ['a', 'B']])).labels // => Uint8Array.of(1, 255, 0)
 */
export function membershipOf(
  { participants }: Pick<VoteMatrix, 'participants'>,
  groupOf: ReadonlyMap<ParticipantId, GroupId>,
): Membership {
  const groups = [...new Set(groupOf.values())].sort(byId)
  const labelOf = new Map(groups.map((group, label) => [group, label]))
  const labels = Uint8Array.from(participants, (person) => {
    const group = groupOf.get(person)
    return group === undefined ? NONE : labelOf.get(group)!
  })
  return { groups, labels }
}
