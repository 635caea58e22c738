import { id, type StatementId, seen, type Tally, wilson } from '../../kernel/index.ts'
import type { Minority, MinoritySays } from '../checked.ts'
import { representativeOf } from '../findings/representative.ts'
import { talliesOf } from '../findings/support.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import type { VotesOnMap } from '../votes/matrix.ts'

/** What can be said of a minority without naming anybody: how many, among whom, and what they say. */
export function toldOf(votes: VotesOnMap, shown: Membership, members: Uint32Array): Omit<Minority, 'holds'> {
  const among = largestGroup(shown, members)
  const isAround = (label: number) => among === null || shown.groups[label] === among.group
  const labels = shown.labels.map((label) => (isAround(label) ? AROUND : NONE))
  for (const row of members) labels[row] = OWN
  const tallies = talliesOf(votes, { groups: SIDES, labels })
  const groupsOf = new Map(tallies.map(({ statement, groups }) => [statement, groups]))
  const says = representativeOf(tallies)
    .filter(({ group }) => group === SIDES[OWN])
    .map(({ statement, direction }) => sayingOf(statement, direction, groupsOf.get(statement)!))
  return { members: members.length, among, says }
}

const [OWN, AROUND] = [0, 1]
const SIDES = [id<'group'>('minority'), id<'group'>('around')]

function sayingOf(
  statement: StatementId,
  direction: MinoritySays['direction'],
  groups: ReadonlyMap<string, Tally>,
): MinoritySays {
  const shareOf = (side: number) => {
    const tally = groups.get(SIDES[side]!)!
    return wilson(tally[direction], seen(tally))
  }
  return { statement, direction, own: shareOf(OWN), around: shareOf(AROUND) }
}

/** The group of the map that more than half of them are counted in. */
function largestGroup({ groups, labels }: Membership, members: Uint32Array): Minority['among'] {
  const counts = groups.map(() => 0)
  for (const row of members) if (labels[row] !== NONE) counts[labels[row]!]!++
  const most = Math.max(0, ...counts)
  if (2 * most <= members.length) return null
  return { group: groups[counts.indexOf(most)]!, share: most / members.length }
}
