import { byId, type GroupId, type ParticipantId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import { leastMembers, type OpinionMap } from '../../map/index.ts'

/** A group whose say rests on the people of one origin: an invitation batch, or a link. */
export interface Resting {
  readonly group: GroupId
  readonly origin: string
  /** Without them too few are left to count as a group, or its majority is gone. */
  readonly without: 'no-group' | 'no-majority'
}

/** Whether each group's say survives the removal of any one origin. */
export type OriginCheck =
  | { readonly kind: 'checked'; readonly rests: readonly Resting[] }
  | { readonly kind: 'unknown'; readonly because: string }

/** Who came from where, and who is in which group: what every clause is checked against. */
export interface Origins {
  readonly all: readonly string[]
  readonly groups: readonly GroupId[]
  readonly originOf: ReadonlyMap<ParticipantId, string>
  readonly groupOf: ReadonlyMap<ParticipantId, GroupId>
  /** How many people are in each group from each origin; from none that was recorded: under the empty name. */
  readonly members: Sums
}

export function originsOf(
  { participants }: Pick<Listening, 'participants'>,
  { people }: OpinionMap,
): Origins {
  const originOf = new Map(participants.map(({ id, origin }) => [id, origin]))
  const groupOf = new Map(people.flatMap(({ id, group }) => (group === null ? [] : [[id, group]])))
  return {
    all: [...new Set(originOf.values())].filter((origin) => origin !== '').sort(byId),
    groups: [...new Set(groupOf.values())].sort(byId),
    originOf,
    groupOf,
    members: summed(new Map([...groupOf.keys()].map((person) => [person, 1])), { originOf, groupOf }),
  }
}

/**
 * Which groups' say, for or against, would not be the same without the people of some one origin.
 *
 * A group's say is the side that more than half of its voices are on; whoever blocks and whoever carries is asked alike.
 * The bounds that floors are held against are not asked: fewer people always widen them. Nobody is left out of any
 * count: that a say rests on one origin does not show that it is false.
 *
 * Shapes: one entry per group and origin, sorted by group, then origin.
 * Errors: unknown where no origin was recorded.
 * Source: DESIGN, section 2; this project, ADR 0058.
 */
export function restingOnOne(voices: ReadonlyMap<ParticipantId, number>, origins: Origins): OriginCheck {
  const { all, groups, members } = origins
  if (all.length === 0) return { kind: 'unknown', because: 'No origin of anybody was recorded.' }
  const leads = summed(new Map([...voices].map(([person, voice]) => [person, 2 * voice - 1])), origins)
  const rests = groups.flatMap((group) => {
    const say = sayOf(leads, group, null)
    if (say === 0) return []
    return all.flatMap((origin): Resting[] => {
      const placed = groups.reduce((sum, one) => sum + sumOf(members, one, origin), 0)
      if (sumOf(members, group, origin) < leastMembers(placed))
        return [{ group, origin, without: 'no-group' }]
      return sayOf(leads, group, origin) === say ? [] : [{ group, origin, without: 'no-majority' }]
    })
  })
  return { kind: 'checked', rests }
}

/** Something of people, summed by group and origin. */
type Sums = ReadonlyMap<GroupId, ReadonlyMap<string, number>>

function summed(
  values: ReadonlyMap<ParticipantId, number>,
  { originOf, groupOf }: Pick<Origins, 'originOf' | 'groupOf'>,
): Sums {
  const sums = new Map<GroupId, Map<string, number>>()
  for (const [person, value] of values) {
    const group = groupOf.get(person)
    if (group === undefined) continue
    const own = sums.get(group) ?? new Map<string, number>()
    const origin = originOf.get(person) ?? ''
    sums.set(group, own.set(origin, (own.get(origin) ?? 0) + value))
  }
  return sums
}

/** The sum of a group without one origin. */
const sumOf = (sums: Sums, group: GroupId, without: string | null): number =>
  [...(sums.get(group) ?? [])].reduce((sum, [origin, value]) => (origin === without ? sum : sum + value), 0)

/** 1: more than half of the group's voices are for it. -1: against. 0: neither, or nobody spoke. */
function sayOf(leads: Sums, group: GroupId, without: string | null): number {
  const lead = sumOf(leads, group, without)
  return Math.abs(lead) < TIE ? 0 : Math.sign(lead)
}

/** Thirds of a voice add up with errors far below this. */
const TIE = 1e-6
