import { z } from 'zod'
import type {
  AssemblyId,
  CaseId,
  ClauseId,
  GroupId,
  Id,
  ParticipantId,
  ResponseId,
  StatementId,
} from '../kernel/index.ts'

/**
 * A charter: what was decided, by whom, why, who gains, who loses, who dissents, what is unknown. One file that a
 * person reads and that compiles to every target. This schema is published as `docs/charter.schema.json`.
 */
const text = z.string().min(1)
const idOf = <Kind extends string>() =>
  z
    .string()
    .min(1)
    .transform((value) => value as Id<Kind>)
const share = z.number().min(0).max(1)
const count = z.number().int().min(0)
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

const statementId = idOf<'statement'>() as z.ZodType<StatementId, string>
const groupId = idOf<'group'>() as z.ZodType<GroupId, string>
const caseId = idOf<'case'>() as z.ZodType<CaseId, string>
const clauseId = idOf<'clause'>() as z.ZodType<ClauseId, string>
const participantId = idOf<'participant'>() as z.ZodType<ParticipantId, string>
const responseId = idOf<'response'>() as z.ZodType<ResponseId, string>
const assemblyId = idOf<'assembly'>() as z.ZodType<AssemblyId, string>

const interval = z.strictObject({
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  n: count,
  method: z.enum(['wilson', 'clopper-pearson', 'beta', 'bootstrap', 'laplace']),
  level: share,
})

const trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('request-matches'), pattern: text }),
  z.strictObject({ kind: z.literal('reply-matches'), pattern: text }),
])

const floorRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('forbid-pattern'), pattern: text, when: trigger }),
  z.strictObject({ kind: z.literal('require-pattern'), pattern: text, when: trigger }),
  z.strictObject({ kind: z.literal('forbid-tools'), tools: z.array(text).min(1), when: trigger }),
  z.strictObject({ kind: z.literal('require-tools'), tools: z.array(text).min(1), when: trigger }),
  z.strictObject({ kind: z.literal('hold-tools'), tools: z.array(text).min(1), when: trigger }),
  z.strictObject({ kind: z.literal('ask-judge'), question: text, when: trigger }),
])

const motive = z.enum(['control', 'censorship', 'ethics', 'pr', 'survey'])
const authority = z.enum(['participants', 'operator', 'law'])

/** Where a clause comes from, down to the votes. */
const provenance = z.strictObject({
  statement: statementId,
  origin: z.enum(['seed', 'participant']),
  agree: count,
  pass: count,
  disagree: count,
  /** People of the assembly who never saw it: not counted for or against. */
  unseen: count,
})

const support = z.strictObject({ overall: interval, groups: z.record(groupId, interval) })

/** Recorded opposition, of equal rank with the clause it opposes. */
const dissent = z.strictObject({
  group: z.union([groupId, z.literal('everyone')]),
  /** Share of those who saw it who disagree; null where nobody of the group was asked. */
  share: interval.nullable(),
  /**
   * How they were heard: in words; by votes alone; asked and gave none. `not-asked` is a gap that `check` names.
   */
  heard: z.enum(['words', 'votes-only', 'asked-none-given', 'not-asked']),
  /** Verbatim, from participants. */
  words: z.array(text),
})

const clauseBase = {
  id: clauseId,
  /** The chosen statement, verbatim. */
  text,
  statement: statementId,
  motive: motive.nullable(),
  authority,
  because: text,
  support,
  benefits: z.array(groupId),
  burdens: z.array(groupId),
  notShown: z.array(groupId),
  dissent: z.array(dissent),
  provenance,
}

const floor = z.strictObject({
  ...clauseBase,
  kind: z.literal('floor'),
  basis: z.discriminatedUnion('kind', [
    /** Two thirds overall and half of every group; `asked` says which question they answered. */
    z.strictObject({ kind: z.literal('supermajority'), asked: z.enum(['must-hold', 'agree']) }),
    z.strictObject({ kind: z.literal('entrenched'), by: text }),
    /** Seated under the rule in force and under every other declared rule. */
    z.strictObject({ kind: z.literal('negotiated'), rule: text, seat: count, inclusion: interval }),
  ]),
  rules: z.array(floorRule).min(1),
})

const dialEnd = z.strictObject({ label: text, instruction: text })

const dial = z.strictObject({
  ...clauseBase,
  kind: z.literal('dial'),
  scale: z.strictObject({
    low: dialEnd,
    high: dialEnd,
    from: z.number().int().min(0).max(4),
    to: z.number().int().min(0).max(4),
    start: z.number().int().min(0).max(4),
  }),
})

const side = z.strictObject({ statement: statementId, text })
const caseRef = z.strictObject({ id: caseId, title: text })

const rulingBase = {
  id: clauseId,
  prefer: side,
  over: side,
  when: z.array(caseRef).min(1),
  notWhen: z.array(caseRef),
  because: text,
  motive: motive.nullable(),
  authority,
  winProbability: share,
  support,
  byRule: z.array(z.strictObject({ rule: text, prefers: statementId.nullable() })),
  benefits: z.array(groupId),
  burdens: z.array(groupId),
  notShown: z.array(groupId),
  dissent: z.array(dissent),
  /** ISO 8601 duration after ratification at which it is looked at again. */
  reviewAfter: text,
}

/** What the ruling asks for in a case, so that it can be followed and tested. */
const application = z.strictObject({
  case: caseId,
  opening: text,
  /** Responses that honour what is preferred; in cases outside the scope, those that keep what it would override. */
  honours: z.array(
    z.strictObject({
      response: responseId,
      text,
      signs: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('says'), pattern: text }),
          z.strictObject({ kind: z.literal('calls'), tool: text }),
        ]),
      ),
    }),
  ),
})

const ruling = z.strictObject({
  ...rulingBase,
  inScope: z.array(application),
  outOfScope: z.array(application),
})

/** Accepted by some rules and not by others: the status quo stays until the review. */
const contested = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('principle'),
    ...clauseBase,
    seatedBy: z.array(text),
    leftOutBy: z.array(text),
    fallback: z.enum(['status-quo', 'configured']),
    reviewAfter: text,
  }),
  z.strictObject({
    kind: z.literal('ruling'),
    ...rulingBase,
    fallback: z.enum(['status-quo', 'configured']),
  }),
])

const cannotHonour = z.strictObject({
  id: clauseId,
  text,
  statement: statementId,
  because: text,
  heldBy: count,
  support,
  /** The part that can be kept: cases in which "no AI acts" may be chosen. */
  honouredIn: z.array(caseRef),
  provenance,
})

const unknown = z.strictObject({
  id: clauseId,
  /** The statement it is about; null for what concerns the whole charter. */
  statement: statementId.nullable(),
  says: text,
  /** What would settle it, as cheaply as possible. */
  wouldSettle: text,
})

const thresholds = z.strictObject({
  /** Lower 95 % bound of the share who say that it must hold. */
  floorOverall: share,
  floorEachGroup: share,
  /** Upper 95 % bound of the share who say that it touches others. */
  dialTouchesOthers: share,
  rulingWinProbability: share,
})

/** Fixed before the ratifying votes are counted; `check` refuses a charter without it. */
const ratificationPlan = z.strictObject({
  /** Share of yes among those who voted yes or no. */
  overall: share,
  /** The same in each opinion group. */
  eachGroup: share,
  /** Fewest people who must vote. */
  quorum: count,
})

const ratification = z.strictObject({
  plan: ratificationPlan,
  opened: text,
  closed: text,
  outcome: z.enum(['ratified', 'rejected', 'quorum-not-met']),
  yes: count,
  no: count,
  abstain: count,
  support: interval,
  groups: z.record(groupId, z.strictObject({ yes: count, no: count, support: interval, met: z.boolean() })),
  /** Per clause, verbatim, from those who voted no or objected to the clause. */
  dissent: z.array(z.strictObject({ clause: clauseId.nullable(), group: groupId.nullable(), words: text })),
})

export const charterSchema = z.strictObject({
  schema: z.literal('parley-charter/1'),
  id: text,
  title: text,
  version: text,
  /** The content hash of the charter this one replaces. */
  parent: digest.nullable(),
  assembly: z.strictObject({
    id: assemblyId,
    question: text,
    source: text,
    synthetic: z.boolean(),
    participants: count,
    statements: count,
    votes: count,
    /** Over every vote, so that a changed vote changes the charter's hash. */
    votesDigest: digest,
    notes: z.array(text),
  }),
  groups: z.array(z.strictObject({ id: groupId, people: count, holds: interval })),
  /** People in no group, and why there are no groups if there are none. */
  ungrouped: z.strictObject({ people: count, because: text }),
  method: z.strictObject({
    rule: text,
    otherRules: z.array(text),
    seats: count,
    resamples: count,
    seed: text,
    thresholds,
  }),
  ratificationPlan,
  principles: z.array(z.discriminatedUnion('kind', [floor, dial])),
  rulings: z.array(ruling),
  contested: z.array(contested),
  cannotHonour: z.array(cannotHonour),
  unknowns: z.array(unknown),
  /** Tools the assistant may call; one that is not listed counts as irreversible. */
  tools: z.strictObject({ reversible: z.array(text), irreversible: z.array(text) }),
  /** Outside the content hash: what became of exactly this content. */
  seal: z
    .strictObject({
      hash: digest,
      ratification: ratification.nullable(),
      /** Ed25519 over the canonical JSON of { hash, ratification }. */
      signature: z.strictObject({ key: text, value: text }).nullable(),
    })
    .nullable(),
})

export type Charter = z.infer<typeof charterSchema>
export type Principle = Charter['principles'][number]
export type Floor = Extract<Principle, { kind: 'floor' }>
export type Dial = Extract<Principle, { kind: 'dial' }>
export type Ruling = Charter['rulings'][number]
export type Contested = Charter['contested'][number]
export type CannotHonour = Charter['cannotHonour'][number]
export type Unknown = Charter['unknowns'][number]
export type Dissent = z.infer<typeof dissent>
export type RatificationPlan = z.infer<typeof ratificationPlan>
export type Ratification = z.infer<typeof ratification>
export type Thresholds = z.infer<typeof thresholds>

/** One person's ballot on a draft. */
export const ratificationBallotSchema = z.strictObject({
  participant: participantId,
  says: z.enum(['yes', 'no', 'abstain']),
  dissent: z.array(z.strictObject({ clause: clauseId.nullable(), words: text })),
})
export type RatificationBallot = z.infer<typeof ratificationBallotSchema>
