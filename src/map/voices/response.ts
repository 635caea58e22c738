import { byId, type Interval, type ParticipantId, type StatementId, wilson } from '../../kernel/index.ts'
import type { Listening, PopulationShare } from '../../listen/index.ts'

/** Who answered, by one thing that people said about themselves. Never by opinion group. */
export interface AttributeResponse {
  readonly attribute: string
  /** How many said it, and how many of those heard did not: of these nobody knows which group they are. */
  readonly said: number
  readonly unknown: number
  readonly groups: readonly GroupResponse[]
}

export interface GroupResponse {
  readonly value: string
  readonly people: number
  /** Their share of those who said. */
  readonly share: Interval
  readonly target: TargetShare
  /** How many statements a person of the group answered, on average; null where nobody is in it. */
  readonly answersEach: number | null
  readonly exposure: Exposure
}

/** Against their share of those affected: 1 is as many as that share, 0 nobody. */
export type TargetShare =
  | { readonly kind: 'not-given' }
  /** The target says that nobody of the group is affected, so that no ratio exists. */
  | { readonly kind: 'nobody-affected'; readonly source: string }
  | {
      readonly kind: 'given'
      readonly share: number
      readonly source: string
      readonly ratio: Interval
      readonly compared: 'fewer' | 'more' | 'unclear'
    }

/** Whether the group answered other statements than everybody else who said. */
export type Exposure =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known'
      /** The part of its answers that would have to move to other statements: 0 the same, 1 none in common. */
      readonly differs: number
      /** What that would be by chance, were statements shown alike. */
      readonly byChance: number
    }

/**
 * Who is missing: response by declared group, against targets where there are any.
 *
 * Groups of the targets are listed also where nobody is in them. Who said nothing is unknown, not absent.
 *
 * Shapes: attributes and groups in order of id.
 * Units:  shares of 1; the ratio's interval is that of the share (Wilson) over the target, which counts as exact.
 * Source: response ratios as in Schouten, Cobben & Bethlehem 2009, Surv. Methodol. 35(1):101-113; ADR 0036.
 */
export function responseOf({
  participants,
  population,
  votes,
}: Pick<Listening, 'participants' | 'population' | 'votes'>): AttributeResponse[] {
  const answers = answersBy(votes)
  const attributes = new Set([
    ...population.map(({ attribute }) => attribute),
    ...participants.flatMap(({ declared }) => Object.keys(declared)),
  ])
  return [...attributes].sort(byId).map((attribute) => {
    const targets = population.filter((target) => target.attribute === attribute)
    const members = membersBy(attribute, participants)
    const said = [...members.values()].flat()
    const groups = groupsIn(members, targets, answers)
    return { attribute, said: said.length, unknown: participants.length - said.length, groups }
  })
}

type AnswersBy = ReadonlyMap<ParticipantId, readonly StatementId[]>

function answersBy(votes: Listening['votes']): AnswersBy {
  const answers = new Map<ParticipantId, StatementId[]>()
  for (const { participant, statement } of votes) {
    const own = answers.get(participant)
    if (own === undefined) answers.set(participant, [statement])
    else own.push(statement)
  }
  return answers
}

/** Who said which value of an attribute. */
function membersBy(
  attribute: string,
  participants: Listening['participants'],
): ReadonlyMap<string, readonly ParticipantId[]> {
  const members = new Map<string, ParticipantId[]>()
  for (const { id, declared } of participants) {
    if (!Object.hasOwn(declared, attribute)) continue
    const own = members.get(declared[attribute]!)
    if (own === undefined) members.set(declared[attribute]!, [id])
    else own.push(id)
  }
  return members
}

function groupsIn(
  members: ReadonlyMap<string, readonly ParticipantId[]>,
  targets: readonly PopulationShare[],
  answers: AnswersBy,
): GroupResponse[] {
  const said = [...members.values()].flat()
  const everybody = shown(said, answers)
  const values = [...new Set([...members.keys(), ...targets.map(({ value }) => value)])].sort(byId)
  return values.map((value) => {
    const people = members.get(value) ?? []
    const target = targets.find((one) => one.value === value)
    const own = shown(people, answers)
    return {
      value,
      people: people.length,
      share: wilson(people.length, said.length),
      target: against(target, people.length, said.length),
      answersEach: people.length === 0 ? null : own.total / people.length,
      exposure: exposureOf(own, everybody),
    }
  })
}

function against(target: PopulationShare | undefined, people: number, said: number): TargetShare {
  if (target === undefined) return { kind: 'not-given' }
  const { share, source } = target
  if (share === 0) return { kind: 'nobody-affected', source }
  const heard = wilson(people, said)
  const ratio: Interval = {
    ...heard,
    estimate: heard.estimate / share,
    low: heard.low / share,
    high: heard.high / share,
  }
  const compared = ratio.high < 1 ? 'fewer' : ratio.low > 1 ? 'more' : 'unclear'
  return { kind: 'given', share, source, ratio, compared }
}

interface Shown {
  readonly times: ReadonlyMap<StatementId, number>
  readonly total: number
}

function shown(people: readonly ParticipantId[], answers: AnswersBy): Shown {
  const times = new Map<StatementId, number>()
  let total = 0
  for (const person of people)
    for (const statement of answers.get(person) ?? []) {
      times.set(statement, (times.get(statement) ?? 0) + 1)
      total++
    }
  return { times, total }
}

/** Total variation between what a group and the others answered, and its mean were both drawn from the same shares. */
function exposureOf(own: Shown, everybody: Shown): Exposure {
  const others = everybody.total - own.total
  if (own.total === 0 || others === 0) return { kind: 'unknown' }
  let [differs, byChance] = [0, 0]
  for (const [statement, all] of everybody.times) {
    const here = own.times.get(statement) ?? 0
    const share = all / everybody.total
    differs += Math.abs(here / own.total - (all - here) / others) / 2
    // The mean size of a normal difference with this variance.
    byChance += Math.sqrt((share * (1 - share) * (1 / own.total + 1 / others) * 2) / Math.PI) / 2
  }
  return { kind: 'known', differs, byChance: Math.min(1, byChance) }
}
