import {
  clopperPearson,
  type GroupId,
  type Interval,
  type ParticipantId,
  type StatementId,
} from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'

/** How many of those asked say yes, overall and in each opinion group. */
export interface Answers {
  readonly overall: Share
  readonly groups: ReadonlyMap<GroupId, Share>
}

export interface Share {
  readonly yes: number
  readonly asked: number
}

/** Exact, so that it never covers less than it says where a floor or a dial depends on it. */
export const intervalOf = ({ yes, asked }: Share): Interval => clopperPearson(yes, asked)

/** Who was asked what, by statement: "must it hold for everyone?", "whom does it touch?", "do you agree?". */
export interface Asked {
  readonly mustHold: ReadonlyMap<StatementId, Answers>
  readonly touchesOthers: ReadonlyMap<StatementId, Answers>
  readonly agree: ReadonlyMap<StatementId, Answers>
}

/**
 * The answers on which a resolution rests.
 *
 * `unsure` always counts on the careful side: not for holding for everyone, and as touching others. A person who gave
 * two different answers to one question counts as unsure.
 *
 * Source: ADR 0007.
 */
export function askedOf(listening: Listening, map: OpinionMap): Asked {
  const groupOf = new Map(map.people.map(({ id, group }) => [id, group]))
  const groups = map.grouping.kind === 'groups' ? map.grouping.groups.map(({ id }) => id) : []
  const answers = (given: readonly Given[], yes: (says: string) => boolean) =>
    answersBy({ given, yes, groups, groupOf })
  return {
    mustHold: answers(
      listening.bindings.map(({ holds, ...who }) => ({ ...who, says: holds })),
      (says) => says === 'for-everyone',
    ),
    touchesOthers: answers(
      listening.reaches.map(({ touches, ...who }) => ({ ...who, says: touches })),
      (says) => says !== 'only-me',
    ),
    agree: answers(
      listening.votes.map(({ vote, ...who }) => ({ ...who, says: vote })),
      (says) => says === 'agree',
    ),
  }
}

interface Given {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly says: string
}

interface Counting {
  readonly given: readonly Given[]
  readonly yes: (says: string) => boolean
  readonly groups: readonly GroupId[]
  readonly groupOf: ReadonlyMap<ParticipantId, GroupId | null>
}

function answersBy({ given, yes, groups, groupOf }: Counting): Map<StatementId, Answers> {
  const said = new Map<StatementId, Map<ParticipantId, string>>()
  for (const { participant, statement, says } of given) {
    const people = said.get(statement) ?? new Map<ParticipantId, string>()
    said.set(statement, people)
    const before = people.get(participant)
    people.set(participant, before === undefined || before === says ? says : 'unsure')
  }
  return new Map(
    [...said].map(([statement, people]) => [statement, tallied(people, { yes, groups, groupOf })]),
  )
}

function tallied(
  people: ReadonlyMap<ParticipantId, string>,
  { yes, groups, groupOf }: Omit<Counting, 'given'>,
): Answers {
  const overall = { yes: 0, asked: 0 }
  const byGroup = new Map(groups.map((group) => [group, { yes: 0, asked: 0 }]))
  for (const [participant, says] of people) {
    const group = groupOf.get(participant)
    for (const share of [overall, group ? byGroup.get(group) : undefined]) {
      if (!share) continue
      share.asked += 1
      share.yes += Number(yes(says))
    }
  }
  return { overall, groups: byGroup }
}
