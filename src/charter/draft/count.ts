import {
  byId,
  clopperPearson,
  type GroupId,
  type Interval,
  type ParticipantId,
  type StatementId,
  seen,
  wilson,
} from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import { printed } from '../figures.ts'
import type { Provenance, SecondOrder, Support } from '../schema.ts'

/** What people answered, counted from the votes themselves, so that figures and votes digest cannot come apart. */
export interface Count {
  readonly groups: readonly GroupId[]
  /** How many people are in each group; null stands for those in none. */
  peopleIn(group: GroupId | null): number
  groupOf(participant: ParticipantId): GroupId | null
  /** Share who agree, of those who answered; exact where a floor depends on it. */
  agree(statement: StatementId, method?: 'wilson' | 'exact'): Support
  disagree(statement: StatementId): Support
  /** Whether somebody in no group disagrees. */
  opposedOutside(statement: StatementId): boolean
  /** Share who say that it must hold for everyone; null where nobody was asked. */
  mustHold(statement: StatementId): Support | null
  /** Share who say, or do not rule out, that it touches others; null where nobody was asked. */
  touchesOthers(statement: StatementId): Support | null
  provenance(statement: StatementId): Provenance
  /** Whether those who agree or disagree want to feel so; null where nobody was asked. */
  secondOrder(statement: StatementId): SecondOrder | null
}

/**
 * Counts votes, bindings and reaches. Unsure answers count on the careful side: not as binding, and as touching
 * others.
 *
 * Source: ADR 0007 for the careful sides, ADR 0019 for counting again.
 */
export function countOf(listening: Listening, map: OpinionMap): Count {
  const groups = map.grouping.kind === 'groups' ? map.grouping.groups.map(({ id }) => id).sort(byId) : []
  const groupOf = new Map(
    map.people.map(({ id, group }) => [id, groups.find((one) => one === group) ?? null]),
  )
  const tallies = {
    votes: talliesOf(listening.votes, ({ vote }) => vote, groupOf),
    bindings: talliesOf(listening.bindings, ({ holds }) => holds, groupOf),
    reaches: talliesOf(listening.reaches, ({ touches }) => touches, groupOf),
  }
  const origins = new Map(listening.statements.map(({ id, origin }) => [id, origin]))

  const shares = (tally: Tally, yes: (says: string) => boolean, interval: IntervalOf): Support => {
    const share = (among: readonly Answers[]) =>
      printed(
        interval(
          countOfAnswers(among, yes),
          countOfAnswers(among, () => true),
        ),
      )
    return {
      overall: share([...tally.values()]),
      groups: Object.fromEntries(groups.map((one) => [one, share([tally.get(one) ?? NO_ANSWERS])])),
    }
  }
  const asked = (
    questions: ReadonlyMap<StatementId, Tally>,
    statement: StatementId,
    yes: (says: string) => boolean,
  ): Support | null => {
    const tally = questions.get(statement)
    return tally === undefined ? null : shares(tally, yes, clopperPearson)
  }
  const wishes = tabled(listening.secondOrder, ({ says }) => says)
  const votes = tabled(
    listening.votes.filter(({ statement }) => wishes.has(statement)),
    ({ vote }) => vote,
  )
  const votesOn = (statement: StatementId): Tally => tallies.votes.get(statement) ?? new Map()

  return {
    groups,
    peopleIn: (group) =>
      listening.participants.filter(({ id }) => (groupOf.get(id) ?? null) === group).length,
    groupOf: (participant) => groupOf.get(participant) ?? null,
    agree: (statement, method = 'wilson') =>
      shares(votesOn(statement), (says) => says === 'agree', method === 'exact' ? clopperPearson : wilson),
    disagree: (statement) => shares(votesOn(statement), (says) => says === 'disagree', wilson),
    opposedOutside: (statement) => votesOn(statement).get(null)?.has('disagree') ?? false,
    mustHold: (statement) => asked(tallies.bindings, statement, (says) => says === 'for-everyone'),
    touchesOthers: (statement) => asked(tallies.reaches, statement, (says) => says !== 'only-me'),
    provenance: (statement) => {
      const answers = [...votesOn(statement).values()]
      const saying = (answer: string) => countOfAnswers(answers, (says) => says === answer)
      const tally = { agree: saying('agree'), pass: saying('pass'), disagree: saying('disagree') }
      const unseen = listening.participants.length - seen(tally)
      return { statement, origin: origins.get(statement) ?? 'participant', ...tally, unseen }
    },
    secondOrder: (statement) => secondOrderOf(votes.get(statement), wishes.get(statement)),
  }
}

type IntervalOf = (yes: number, n: number) => Interval

/** How many gave each answer. */
type Answers = ReadonlyMap<string, number>
/** The answers to one question, by group; null stands for those in none. */
type Tally = ReadonlyMap<GroupId | null, Answers>

const NO_ANSWERS: Answers = new Map()

function countOfAnswers(among: readonly Answers[], counts: (says: string) => boolean): number {
  let count = 0
  for (const answers of among) for (const [says, people] of answers) if (counts(says)) count += people
  return count
}

type Given = ReadonlyMap<ParticipantId, string>

/** What people want to feel, beside what they do feel: the two are never added up. */
function secondOrderOf(votes: Given = new Map(), wishes: Given = new Map()): SecondOrder | null {
  const among = (vote: string) => {
    const own = [...wishes].flatMap(([participant, says]) => (votes.get(participant) === vote ? [says] : []))
    const saying = (wish: string) => own.filter((says) => says === wish).length
    return { endorse: saying('endorse'), disown: saying('disown'), unsure: saying('unsure') }
  }
  const tally = { agree: among('agree'), disagree: among('disagree') }
  return Object.values(tally).some(({ endorse, disown, unsure }) => endorse + disown + unsure > 0)
    ? tally
    : null
}

/** Counted once: every figure of every statement is made of these. */
function talliesOf<T extends { readonly participant: ParticipantId; readonly statement: StatementId }>(
  given: readonly T[],
  saysOf: (one: T) => string,
  groupOf: ReadonlyMap<ParticipantId, GroupId | null>,
): ReadonlyMap<StatementId, Tally> {
  return new Map(
    [...tabled(given, saysOf)].map(([statement, answers]) => [statement, tallyOf(answers, groupOf)]),
  )
}

function tallyOf(
  answers: ReadonlyMap<ParticipantId, string>,
  groupOf: ReadonlyMap<ParticipantId, GroupId | null>,
): Tally {
  const tally = new Map<GroupId | null, Map<string, number>>()
  for (const [participant, says] of answers) {
    const group = groupOf.get(participant) ?? null
    const counts = tally.get(group) ?? new Map<string, number>()
    tally.set(group, counts.set(says, (counts.get(says) ?? 0) + 1))
  }
  return tally
}

/** Answers by statement and person; who gave two different answers to one question is unsure. */
function tabled<T extends { readonly participant: ParticipantId; readonly statement: StatementId }>(
  given: readonly T[],
  saysOf: (one: T) => string,
): ReadonlyMap<StatementId, ReadonlyMap<ParticipantId, string>> {
  const table = new Map<StatementId, Map<ParticipantId, string>>()
  for (const one of given) {
    const { participant, statement } = one
    const people = table.get(statement) ?? new Map<ParticipantId, string>()
    table.set(statement, people)
    const says = saysOf(one)
    people.set(participant, (people.get(participant) ?? says) === says ? says : 'unsure')
  }
  return table
}
