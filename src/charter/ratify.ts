import { byId, type ClauseId, type GroupId, type ParticipantId, wilson } from '../kernel/index.ts'
import { printed } from './figures.ts'
import { seal } from './hash.ts'
import type { Charter, Ratification, RatificationBallot, RatificationPlan } from './schema.ts'

/** Everyone who may vote, with the opinion group they are in; null for people in none. */
export type Roll = ReadonlyMap<ParticipantId, GroupId | null>

/** What a count finds; whoever opened and closed the vote adds when. */
export type RatificationCount = Omit<Ratification, 'opened' | 'closed'>

/**
 * Counts the vote on a charter under the plan that was fixed before.
 *
 * A person's last ballot counts. Abstaining counts for the quorum only. Silence is not yes: each opinion group needs
 * the same turnout as the whole, and one that stays below it leaves the charter open, neither in force nor rejected.
 *
 * Shapes: ballots in the order in which they were cast -> counts, overall and by group; recorded dissent, verbatim.
 * Source: this project, ADR 0018.
 */
export function tally(
  plan: RatificationPlan,
  ballots: readonly RatificationBallot[],
  roll: Roll,
): RatificationCount {
  const last = new Map(ballots.map((ballot) => [ballot.participant, ballot]))
  const counted = [...last.values()].filter(({ participant }) => roll.has(participant))
  const groupOf = ({ participant }: RatificationBallot) => roll.get(participant) ?? null
  const groupIds = [...new Set(roll.values())].filter((group) => group !== null).sort(byId)
  const groups = Object.fromEntries(
    groupIds.map((group) => {
      const people = [...roll.values()].filter((other) => other === group).length
      const said = answers(counted.filter((ballot) => groupOf(ballot) === group))
      return [group, { people, ...said, outcome: groupOutcome(plan, roll.size, { people, ...said }) }]
    }),
  )
  const count = {
    plan,
    roll: roll.size,
    notOnRoll: last.size - counted.length,
    ...answers(counted),
    groups,
    dissent: counted
      .flatMap((ballot) => ballot.dissent.map((said) => ({ ...said, group: groupOf(ballot) })))
      .map(({ clause, group, words }) => ({ clause, group, words }))
      .sort(byClauseGroupWords),
  }
  return { ...count, outcome: outcomeOf(count) }
}

/**
 * The charter with the vote on it, unsigned; `seal` signs it.
 *
 * Errors: throws RangeError when the count used another plan than the charter fixed: the thresholds come first.
 */
export function ratified(charter: Charter, ratification: Ratification): Charter {
  if (!samePlan(charter.ratificationPlan, ratification.plan))
    throw new RangeError('the vote was counted under another plan than the charter fixed before it')
  return seal(charter, ratification, null)
}

type Answers = Pick<Ratification, 'yes' | 'no' | 'abstain'>

/** What the counts of a vote mean under its plan; `check` recounts a sealed ratification with it. */
export function outcomeOf(count: Answers & Pick<Ratification, 'plan' | 'groups'>): Ratification['outcome'] {
  const verdicts = Object.values(count.groups).map(({ outcome }) => outcome)
  const all = verdictOf(count, count.plan.overall, count.plan.quorum)
  if (all === 'unknown') return 'quorum-not-met'
  if ([all, ...verdicts].includes('not-met')) return 'rejected'
  return verdicts.includes('unknown') ? 'quorum-not-met' : 'ratified'
}

/** Whether a group says yes: unknown until as large a part of it has voted as the plan asks of everyone. */
export function groupOutcome(
  plan: RatificationPlan,
  roll: number,
  group: Answers & { readonly people: number },
): 'met' | 'not-met' | 'unknown' {
  return verdictOf(group, plan.eachGroup, Math.ceil((plan.quorum * group.people) / roll))
}

export const samePlan = (a: RatificationPlan, b: RatificationPlan): boolean =>
  a.overall === b.overall && a.eachGroup === b.eachGroup && a.quorum === b.quorum

function verdictOf({ yes, no, abstain }: Answers, threshold: number, quorum: number) {
  if (yes + no + abstain < quorum || yes + no === 0) return 'unknown'
  // A tie puts nothing in force, even where the threshold is one half.
  return yes > no && yes / (yes + no) >= threshold ? 'met' : 'not-met'
}

function answers(ballots: readonly RatificationBallot[]): Answers & Pick<Ratification, 'support'> {
  const saying = (answer: RatificationBallot['says']) => ballots.filter(({ says }) => says === answer).length
  const [yes, no, abstain] = [saying('yes'), saying('no'), saying('abstain')]
  return { yes, no, abstain, support: printed(wilson(yes, yes + no)) }
}

interface Recorded {
  readonly clause: ClauseId | null
  readonly group: GroupId | null
  readonly words: string
}

// In no order of time or person, so that the list says nothing about who wrote what.
const byClauseGroupWords = (a: Recorded, b: Recorded): number =>
  byId(a.clause ?? '', b.clause ?? '') || byId(a.group ?? '', b.group ?? '') || byId(a.words, b.words)
