import { z } from 'zod'
import type { Id } from '../../kernel/index.ts'
import { clauseId, digest, participantId, text } from '../schema/parts.ts'
import { amendment, answer } from '../schema/round.ts'

/** What people do in a round, one after the other: the content of its events. A round is a fold of these. */

export type RemarkId = Id<'remark'>
export type ProposalId = Id<'proposal'>

const remarkId = text.transform((value) => value as RemarkId)
const proposalId = text.transform((value) => value as ProposalId)
const about = clauseId.nullable()

export const roundActSchema = z.discriminatedUnion('kind', [
  /** By whom it was opened, and what it is held under: fixed from here on. */
  z.strictObject({ kind: z.literal('opened'), terms: digest, by: text }),
  z.strictObject({
    kind: z.literal('commented'),
    id: remarkId,
    participant: participantId,
    clause: about,
    /** An objection stands in the charter unless its author takes it back. */
    stance: z.enum(['comments', 'objects']),
    words: text,
    because: text,
  }),
  z.strictObject({
    kind: z.literal('proposed'),
    id: proposalId,
    participant: participantId,
    clause: about,
    change: amendment,
    because: text,
  }),
  z.strictObject({ kind: z.literal('supported'), proposal: proposalId, participant: participantId }),
  z.strictObject({
    kind: z.literal('taken-back'),
    of: z.union([remarkId, proposalId]),
    participant: participantId,
  }),
  /** The last answer to a proposal stands. */
  z.strictObject({ kind: z.literal('answered'), proposal: proposalId, answer, reason: text, by: text }),
])

export type RoundAct = z.infer<typeof roundActSchema>

/** An act and when it was recorded, ISO 8601. */
export interface Acted {
  readonly act: RoundAct
  readonly at: string
}
