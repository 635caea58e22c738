import { z } from 'zod'
import {
  authority,
  clauseId,
  effects,
  missing,
  motive,
  people,
  support,
  text,
  verdict,
  voice,
} from './parts.ts'

/** What was decided, what gave way to what, and what cannot be honoured. */

const overturn = text
  .nullable()
  .describe('How many added ballots would overturn it, as a sentence; null for what each person sets.')

const machineWritten = z
  .array(z.strictObject({ text, model: text }))
  .describe('Which of these words a machine wrote, and which one; none where people wrote all of them.')

const stated = {
  id: clauseId,
  text,
  because: text,
  authority,
  motive: motive.nullable(),
  support,
  ...effects,
  overturn,
  machineWritten,
  dissent: z.array(voice),
}

export const clauses = z.discriminatedUnion('kind', [
  missing,
  z.strictObject({
    kind: z.literal('clauses'),
    clauses: z.array(z.strictObject({ kind: z.enum(['floor', 'dial']), ...stated, finding: verdict })),
    contested: z.array(
      z.strictObject({ ...stated, fallback: z.enum(['status-quo', 'configured']), reviewAfter: text }),
    ),
  }),
])

const tradeOff = z.strictObject({
  kind: z.enum(['ruling', 'contested']),
  id: clauseId,
  prefer: text,
  over: text,
  when: z.array(text),
  notWhen: z.array(text),
  because: text,
  authority,
  motive: motive.nullable(),
  support,
  ...effects,
  overturn,
  machineWritten,
  dissent: z.array(voice),
  fallback: z.enum(['status-quo', 'configured']).nullable(),
  reviewAfter: text,
  finding: verdict,
})

export const tradeOffs = z.discriminatedUnion('kind', [
  missing,
  z.strictObject({
    kind: z.literal('trade-offs'),
    says: text,
    tradeOffs: z.array(tradeOff),
    /** Values that lead round in a circle, each before the next and the last before the first, by these rulings. */
    circles: z.array(z.strictObject({ values: z.array(text), rulings: z.array(clauseId) })),
  }),
])

export const cannotHonour = z.discriminatedUnion('kind', [
  missing,
  z.strictObject({
    kind: z.literal('cannot-honour'),
    values: z.array(
      z.strictObject({
        id: clauseId,
        text,
        machineWritten,
        because: text,
        heldBy: people,
        support,
        /** The part that is kept: cases in which no AI may be chosen. */
        honouredIn: z.array(text),
      }),
    ),
  }),
])
