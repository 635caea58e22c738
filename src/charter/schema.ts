import { z } from 'zod'
import { type capture, captureBeside, type origins } from './schema/capture.ts'
import { certificates } from './schema/certificates.ts'
import {
  cannotHonour,
  contested,
  cycle,
  principle,
  ratification,
  ratificationPlan,
  ruling,
  unknown,
} from './schema/clauses.ts'
import {
  type answered,
  assemblyId,
  clauseId,
  count,
  digest,
  type dissent,
  groupId,
  interval,
  machineWritten,
  participantId,
  type provenance,
  type secondOrder,
  share,
  type support,
  text,
} from './schema/parts.ts'
import { type amendment, round } from './schema/round.ts'

/**
 * A charter: what was decided, by whom, why, who gains, who loses, who dissents, what is unknown. One file that a
 * person reads and that compiles to every target. This schema is published as `docs/charter.schema.json`.
 */

const thresholds = z.strictObject({
  floorOverall: share.describe('Lower 95 % bound of the share who say that it must hold.'),
  floorEachGroup: share.describe('The same in each opinion group.'),
  seatInclusion: share.describe('Lower 95 % bound of the share of re-runs that seat a negotiated floor.'),
  dialTouchesOthers: share.describe('Upper 95 % bound of the share who say that it touches others.'),
  rulingWinProbability: share,
})

const assembly = z.strictObject({
  id: assemblyId,
  question: text,
  source: text,
  synthetic: z.boolean(),
  participants: count,
  statements: count,
  votes: count,
  votesDigest: digest.describe('Over every vote, so that a changed vote changes the charter’s hash.'),
  notes: z.array(text),
})

const method = z.strictObject({
  rule: text,
  otherRules: z.array(text),
  seats: count,
  resamples: count,
  seed: text,
  thresholds,
})

const decided = z
  .strictObject({
    clauses: count.describe('Clauses that bind: floors, dials and rulings.'),
    by: z.strictObject({ participants: count, operator: count, law: count }),
    why: z.strictObject({
      control: count,
      censorship: count,
      ethics: count,
      pr: count,
      survey: count,
      unsaid: count,
    }),
  })
  .meta({ id: 'decided', description: 'How many of the clauses who decided, and for which motive.' })

const seal = z.strictObject({
  hash: digest,
  ratification: ratification.nullable(),
  signature: z
    .strictObject({ key: text, value: text })
    .nullable()
    .describe('Ed25519 over the canonical JSON of { hash, ratification }; key and value in base64.'),
})

export const charterSchema = z.strictObject({
  schema: z.literal('parley-charter/1'),
  id: text,
  title: text,
  version: text,
  parent: digest.nullable().describe('The content hash of the charter this one replaces.'),
  decided,
  assembly,
  groups: z.array(z.strictObject({ id: groupId, people: count, holds: interval })),
  ungrouped: z
    .strictObject({ people: count, because: text })
    .describe('People in no group, and why there are no groups if there are none.'),
  method,
  certificates,
  ratificationPlan,
  round: round
    .nullable()
    .describe('Null: nobody was asked to comment on the draft before it was put to the vote.'),
  principles: z.array(principle),
  rulings: z.array(ruling),
  contested: z.array(contested),
  capture: captureBeside,
  cycles: z.array(cycle).describe('None is known where the list is empty.'),
  cannotHonour: z.array(cannotHonour),
  unknowns: z.array(unknown),
  machineWritten: z
    .array(machineWritten)
    .describe('Every statement above that a machine wrote: never without participants’ votes.'),
  tools: z
    .strictObject({ reversible: z.array(text), irreversible: z.array(text) })
    .describe('Tools the assistant may call; one that is not listed counts as irreversible.'),
  seal: seal.nullable().describe('Outside the content hash: what became of exactly this content.'),
})

export type Charter = z.infer<typeof charterSchema>
export type Principle = Charter['principles'][number]
export type Floor = Extract<Principle, { kind: 'floor' }>
export type Dial = Extract<Principle, { kind: 'dial' }>
export type Ruling = Charter['rulings'][number]
export type Contested = Charter['contested'][number]
export type CannotHonour = Charter['cannotHonour'][number]
export type Cycle = Charter['cycles'][number]
export type Unknown = Charter['unknowns'][number]
export type MachineWritten = Charter['machineWritten'][number]
export type Answered = z.infer<typeof answered>
export type Decided = Charter['decided']
export type Capture = z.infer<typeof capture>
export type Origins = z.infer<typeof origins>
export type Dissent = z.infer<typeof dissent>
export type Support = z.infer<typeof support>
export type SecondOrder = z.infer<typeof secondOrder>
export type Provenance = z.infer<typeof provenance>
export type RatificationPlan = z.infer<typeof ratificationPlan>
export type Ratification = z.infer<typeof ratification>
export type RoundRecord = z.infer<typeof round>
export type Amendment = z.infer<typeof amendment>
export type Certificates = z.infer<typeof certificates>
export type Thresholds = z.infer<typeof thresholds>

/** One person's ballot on a draft. */
export const ratificationBallotSchema = z.strictObject({
  participant: participantId,
  says: z.enum(['yes', 'no', 'abstain']),
  dissent: z.array(z.strictObject({ clause: clauseId.nullable(), words: text })),
})
export type RatificationBallot = z.infer<typeof ratificationBallotSchema>
