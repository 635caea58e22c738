import { z } from 'zod'
import { clauseId, count, missing, text } from './parts.ts'

/** Whether it is kept, what was decided under it, what changed, and how anybody checks that. */

const rate = z.strictObject({ estimate: z.number(), low: z.number(), high: z.number(), n: count })

export const findings = z.discriminatedUnion('kind', [
  missing,
  z.strictObject({
    kind: z.literal('findings'),
    at: text,
    system: text,
    seed: text,
    charter: text,
    says: text,
    counts: z.strictObject({ kept: count, broken: count, unknown: count, unverified: count }),
    findings: z.array(
      z.strictObject({
        clause: clauseId,
        probe: text,
        verdict: z.enum(['kept', 'broken', 'unknown']),
        says: text,
        trials: count,
        broken: count,
        unknown: count,
        rate,
        bounds: z.strictObject({ allKept: rate, allBroken: rate }),
      }),
    ),
    unverified: z.array(z.strictObject({ clause: clauseId, because: text })),
    skipped: z.array(z.strictObject({ probe: text, because: text })),
  }),
])

export const decisions = z.discriminatedUnion('kind', [
  missing,
  z.strictObject({
    kind: z.literal('decisions'),
    total: count,
    byKind: z.array(
      z.strictObject({
        kind: z.enum(['send', 'ask', 'hold', 'refuse', 'off']),
        count,
        /** For `send`: floors that were in play and kept. Otherwise: what the decision rests on. */
        clauses: z.array(z.strictObject({ clause: clauseId, count })),
      }),
    ),
  }),
])

export const drift = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing-to-compare'), says: text }),
  z.strictObject({
    kind: z.literal('compared'),
    says: text,
    from: text,
    to: text,
    changes: z.array(z.strictObject({ clause: clauseId.nullable(), says: text })),
  }),
])

export const proof = z.strictObject({
  key: text,
  entries: count,
  checkpoint: text,
  /** Whether the key signed the checkpoint. */
  signature: z.enum(['holds', 'fails', 'absent', 'unreadable']),
  /** Signatures under other names than the ledger's; nobody here vouches for them. */
  otherSignatures: count,
  says: text,
  charter: text.nullable(),
  votes: text.nullable(),
  /** What the charter says is proved of its slates; null where there is no charter. */
  certificates: z.strictObject({ digest: text.nullable(), says: text }).nullable(),
  commands: z.array(text),
})
