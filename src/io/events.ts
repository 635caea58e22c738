import { z } from 'zod'
import {
  type Charter,
  charterSchema,
  type RoundAct,
  ratificationBallotSchema,
  roundActSchema,
} from '../charter/index.ts'
import { type DecisionRecord, decisionRecordSchema } from '../govern/index.ts'
import type { AssemblyId, ClauseId, GroupId, ParticipantId } from '../kernel/index.ts'
import { type ListeningRecord, listeningRecord } from '../listen/index.ts'
import type { Audit } from '../verify/index.ts'

/**
 * What happens, in the order it happened: the content of the ledger. State is a fold of these and of nothing else,
 * so a database can be thrown away and built again (ADR 0030).
 */
export type Event =
  /** Somebody said, voted, compared or took back; or an import said it for them. */
  | { readonly type: 'said'; readonly assembly: AssemblyId; readonly records: readonly ListeningRecord[] }
  | { readonly type: 'drafted'; readonly assembly: AssemblyId; readonly charter: Charter }
  /** Something done in the round on a draft, by the draft's hash. The draft that a round leaves behind ends it. */
  | {
      readonly type: 'round-act'
      readonly assembly: AssemblyId
      readonly round: string
      readonly act: RoundAct
    }
  /** The plan is the charter's own, fixed by its content hash before the first ballot. */
  | {
      readonly type: 'ratification-opened'
      readonly assembly: AssemblyId
      readonly hash: string
      /** Everyone who may vote, with their opinion group at this moment. */
      readonly roll: Readonly<Record<ParticipantId, GroupId | null>>
    }
  | {
      readonly type: 'ratification-voted'
      readonly assembly: AssemblyId
      readonly hash: string
      readonly ballot: z.infer<typeof ratificationBallotSchema>
    }
  /** The sealed charter; in force from here on if it was ratified. */
  | { readonly type: 'ratification-closed'; readonly assembly: AssemblyId; readonly charter: Charter }
  | {
      readonly type: 'decided'
      readonly assembly: AssemblyId
      readonly record: DecisionRecord
      /** What was asked and what would have been sent; erased apart from the digests in the record. */
      readonly contents: DecisionContents
    }
  /** The calls of a held answer, each by its digest: what a person can approve. */
  | {
      readonly type: 'held'
      readonly assembly: AssemblyId
      readonly decision: string
      readonly calls: readonly HeldCall[]
    }
  | {
      readonly type: 'hold-answered'
      readonly assembly: AssemblyId
      readonly decision: string
      readonly answer: 'approved' | 'denied'
      readonly reason: string
      readonly by: string
    }
  /** An approval covers one call, once. */
  | { readonly type: 'grant-spent'; readonly assembly: AssemblyId; readonly digest: string }
  | { readonly type: 'switched'; readonly press: SwitchPress; readonly reason: string; readonly by: string }
  | { readonly type: 'audited'; readonly assembly: AssemblyId; readonly audit: Audit }
  | {
      readonly type: 'dials-set'
      readonly assembly: AssemblyId
      readonly participant: ParticipantId
      readonly dials: Readonly<Record<ClauseId, number>>
    }

export interface HeldCall {
  readonly digest: string
  readonly tool: string
  readonly arguments: string
}

export interface DecisionContents {
  /** The record's digests are salted with this. */
  readonly salt: string
  readonly request: string
  /** The bytes that were examined; null when the model was not asked. */
  readonly reply: string | null
  /** Who may read it: the session that asked, or null for a client of the API. */
  readonly participant: ParticipantId | null
}

/** Off takes one press; on takes two people. */
export type SwitchPress = 'off' | 'on-asked' | 'on-confirmed'

const assembly = z
  .string()
  .min(1)
  .transform((text) => text as AssemblyId)

/** Parses what the ledger holds; a digest proves that we wrote it, this proves that this version can read it. */
const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('said'), assembly, records: z.array(listeningRecord) }),
  z.strictObject({ type: z.literal('drafted'), assembly, charter: charterSchema }),
  z.strictObject({ type: z.literal('round-act'), assembly, round: z.string(), act: roundActSchema }),
  z.strictObject({
    type: z.literal('ratification-opened'),
    assembly,
    hash: z.string(),
    roll: z.record(
      z.string().transform((text) => text as ParticipantId),
      z
        .string()
        .transform((text) => text as GroupId)
        .nullable(),
    ),
  }),
  z.strictObject({
    type: z.literal('ratification-voted'),
    assembly,
    hash: z.string(),
    ballot: ratificationBallotSchema,
  }),
  z.strictObject({ type: z.literal('ratification-closed'), assembly, charter: charterSchema }),
  z.strictObject({
    type: z.literal('decided'),
    assembly,
    record: decisionRecordSchema,
    contents: z.strictObject({
      salt: z.string(),
      request: z.string(),
      reply: z.string().nullable(),
      participant: z
        .string()
        .transform((text) => text as ParticipantId)
        .nullable(),
    }),
  }),
  z.strictObject({
    type: z.literal('held'),
    assembly,
    decision: z.string(),
    calls: z.array(z.strictObject({ digest: z.string(), tool: z.string(), arguments: z.string() })),
  }),
  z.strictObject({ type: z.literal('grant-spent'), assembly, digest: z.string() }),
  z.strictObject({
    type: z.literal('hold-answered'),
    assembly,
    decision: z.string(),
    answer: z.enum(['approved', 'denied']),
    reason: z.string(),
    by: z.string(),
  }),
  z.strictObject({
    type: z.literal('switched'),
    press: z.enum(['off', 'on-asked', 'on-confirmed']),
    reason: z.string(),
    by: z.string(),
  }),
  z.strictObject({
    type: z.literal('audited'),
    assembly,
    audit: z.custom<Audit>((value) => typeof value === 'object'),
  }),
  z.strictObject({
    type: z.literal('dials-set'),
    assembly,
    participant: z.string().transform((text) => text as ParticipantId),
    dials: z.record(
      z.string().transform((text) => text as ClauseId),
      z.number().int().min(0).max(4),
    ),
  }),
])

/** The event that a ledger entry's content says; throws when this version cannot read it. */
export const eventOf = (content: unknown): Event => eventSchema.parse(content) as Event

/** The word in the open part of a ledger entry: what kind of thing happened, not what was said. */
export function leafType(event: Event): string {
  if (event.type === 'round-act') return `round-${event.act.kind}`
  if (event.type !== 'said') return event.type
  const types = new Set(event.records.map(({ type }) => type))
  const [only] = types
  return types.size === 1 && only !== undefined ? only : 'ballot'
}
