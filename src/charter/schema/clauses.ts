import { z } from 'zod'
import { priced } from './capture.ts'
import {
  answered,
  authority,
  byGroup,
  caseId,
  caseRef,
  clauseId,
  count,
  dissent,
  figure,
  groupId,
  interval,
  motive,
  provenance,
  responseId,
  secondOrder,
  share,
  side,
  signs,
  statementId,
  step,
  support,
  text,
  tools,
} from './parts.ts'

/** The six kinds of clause, and what each must say about itself. */

const trigger = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('always') }),
    z.strictObject({ kind: z.literal('request-matches'), pattern: text }),
    z.strictObject({ kind: z.literal('reply-matches'), pattern: text }),
  ])
  .meta({ id: 'trigger', description: 'Where a rule is in play.' })

export const floorRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('forbid-pattern'), pattern: text, when: trigger }),
    z.strictObject({ kind: z.literal('require-pattern'), pattern: text, when: trigger }),
    z.strictObject({ kind: z.literal('forbid-tools'), tools, when: trigger }),
    z.strictObject({ kind: z.literal('require-tools'), tools, when: trigger }),
    z.strictObject({ kind: z.literal('hold-tools'), tools, when: trigger }),
    z.strictObject({ kind: z.literal('ask-judge'), question: text, when: trigger }),
  ])
  .meta({ id: 'rule', description: 'How a floor is checked on a reply or an action.' })

const decided = {
  because: text,
  motive: motive.nullable(),
  authority,
  answered,
  support,
  benefits: z.array(groupId),
  burdens: z.array(groupId),
  notShown: z.array(groupId).describe('Groups for which neither could be shown. Never "no one".'),
  dissent: z.array(dissent),
}

const clauseBase = {
  id: clauseId,
  text: text.describe('The chosen statement, verbatim.'),
  statement: statementId,
  ...decided,
  secondOrder: secondOrder.nullable().describe('Null where nobody was asked.'),
  provenance,
}

const basis = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('supermajority'),
      asked: z.enum(['must-hold', 'agree']).describe('Which question they answered.'),
      shares: support.describe('What they answered: the figures the thresholds are held against.'),
    }),
    z.strictObject({ kind: z.literal('entrenched'), by: text }),
    z.strictObject({
      kind: z.literal('negotiated'),
      rule: text,
      seat: count,
      inclusion: interval.describe('Share of the re-runs in which the rule in force seats it.'),
    }),
  ])
  .meta({ id: 'basis', description: 'What makes a floor binding for all.' })

const floor = z
  .strictObject({
    kind: z.literal('floor'),
    ...clauseBase,
    ...priced,
    basis,
    rules: z.array(floorRule).min(1),
  })
  .meta({
    id: 'floor',
    description: 'A principle that binds for all: no setting, operator or model lifts it.',
  })

const dialEnd = z.strictObject({ label: text, instruction: text })

const dial = z
  .strictObject({
    kind: z.literal('dial'),
    ...clauseBase,
    touchesOthers: interval.describe('Share of those asked who say that it touches others than oneself.'),
    scale: z.strictObject({ low: dialEnd, high: dialEnd, from: step, to: step, start: step }),
  })
  .meta({ id: 'dial', description: 'A principle that each person sets for themselves, within bounds.' })

export const principle = z.discriminatedUnion('kind', [floor, dial])

const strength = z.strictObject({ theta: figure, low: figure, high: figure, n: count, level: share }).meta({
  id: 'strength',
  description: 'Log-odds that a person prefers it, groups weighing as many people as they have.',
})

const verdictOfRule = z
  .strictObject({ rule: text, prefers: statementId.nullable() })
  .meta({ id: 'verdictOfRule', description: 'Which of the two a rule prefers; null for neither.' })

const rulingBase = {
  id: clauseId,
  prefer: side,
  over: side,
  when: z.array(caseRef).min(1),
  notWhen: z.array(caseRef),
  winProbability: share,
  strength,
  byRule: z.array(verdictOfRule).describe('The declared rules: a ruling in force has all of them for it.'),
  inContrast: z.array(verdictOfRule).describe('What else could count: for information, none of it decides.'),
  ...decided,
  secondOrder: z
    .strictObject({ prefer: secondOrder.nullable(), over: secondOrder.nullable() })
    .describe('Of the people who hold either value; null where nobody was asked.'),
  ...priced,
  reviewAfter: text.describe('ISO 8601 duration after ratification at which it is looked at again.'),
}

const application = z
  .strictObject({
    case: caseId,
    opening: text,
    honours: z
      .array(z.strictObject({ response: responseId, text, signs }))
      .describe('In scope: responses that honour what is preferred. Outside: those that keep the other.'),
  })
  .meta({ id: 'application', description: 'What a ruling asks for in one case, so that it can be tested.' })

export const ruling = z
  .strictObject({
    ...rulingBase,
    inScope: z.array(application),
    outOfScope: z.array(application),
  })
  .meta({
    id: 'ruling',
    description: 'Where two values collide, one gives way: when, why, for whom, at whose cost.',
  })

const fallback = z.enum(['status-quo', 'configured'])

export const contested = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('principle'),
      ...clauseBase,
      ...priced,
      seatedBy: z.array(text),
      leftOutBy: z.array(text),
      fallback,
      reviewAfter: text,
    }),
    z.strictObject({ kind: z.literal('ruling'), ...rulingBase, fallback }),
  ])
  .meta({
    id: 'contested',
    description: 'Accepted by some rules and not by others: the status quo stays until the review.',
  })

export const cannotHonour = z
  .strictObject({
    id: clauseId,
    text,
    statement: statementId,
    because: text,
    heldBy: count,
    support,
    secondOrder: secondOrder.nullable(),
    honouredIn: z
      .array(caseRef)
      .describe('The part that can be kept: cases in which "no AI acts" may be chosen.'),
    provenance,
  })
  .meta({ id: 'cannotHonour', description: 'What no deployed system can meet: declared, never pretended.' })

export const cycle = z
  .strictObject({
    values: z.array(side).min(2),
    rulings: z.array(clauseId).min(2).describe('Each puts the value of its place over the next.'),
  })
  .meta({ id: 'cycle', description: 'Rulings that lead round in a circle, each in its own cases.' })

export const unknown = z
  .strictObject({
    id: clauseId,
    about: z.enum([
      'unheard',
      'no-population',
      'undetermined',
      'unconfirmed',
      'left-out',
      'no-scale',
      'untested',
    ]),
    statements: z.array(statementId).describe('What it is about; none when it concerns the whole charter.'),
    says: text,
    wouldSettle: text.describe('What would settle it, as cheaply as possible.'),
  })
  .meta({ id: 'unknown', description: 'What nobody knows yet, and what would settle it.' })

export const ratificationPlan = z
  .strictObject({
    overall: share.describe('Share of yes among those who voted yes or no.'),
    eachGroup: share.describe('The same in each opinion group.'),
    quorum: count.describe('Fewest people who must vote.'),
  })
  .meta({ id: 'ratificationPlan', description: 'Fixed before the ratifying votes are counted.' })

const groupTally = z.strictObject({
  people: count,
  yes: count,
  no: count,
  abstain: count,
  support: interval,
  outcome: z.enum(['met', 'not-met', 'unknown']).describe('Unknown where too few of the group voted.'),
})

export const ratification = z
  .strictObject({
    plan: ratificationPlan,
    opened: text,
    closed: text,
    roll: count.describe('People who could vote.'),
    notOnRoll: count.describe('Ballots of people who could not: not counted.'),
    outcome: z.enum(['ratified', 'rejected', 'quorum-not-met']),
    yes: count,
    no: count,
    abstain: count,
    support: interval,
    groups: byGroup(groupTally),
    dissent: z
      .array(z.strictObject({ clause: clauseId.nullable(), group: groupId.nullable(), words: text }))
      .describe('Verbatim, from those who voted no or objected to a clause.'),
  })
  .meta({ id: 'ratification', description: 'The vote that put exactly this content in force, or did not.' })
