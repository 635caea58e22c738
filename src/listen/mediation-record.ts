import { z } from 'zod'
import { idOf, text, wholeNumber, words } from './schema-words.ts'

const statement = idOf<'statement'>()
const mediation = idOf<'mediation'>()

/** Where machine-written words come from. */
export const machineWriting = z.strictObject({
  model: words,
  mediation,
  prompt: text.regex(/^sha256:[0-9a-f]{64}$/, 'a digest such as "sha256:" and 64 hexadecimal digits'),
})

/** A round of mediation, as the model left it. */
export const mediationRecord = z.strictObject({
  type: z.literal('mediation'),
  id: mediation,
  round: wholeNumber.min(1, 'a round of 1 or more'),
  model: words,
  at: z.iso.datetime('a time in UTC such as "2026-03-01T09:30:00Z"'),
  calls: wholeNumber,
  from: z.array(statement, 'a list of statements'),
  critiques: z.array(z.strictObject({ statement, words: wholeNumber })).default([]),
  predicted: z.array(z.strictObject({ group: idOf<'group'>(), order: z.array(statement) })).default([]),
})

/** How one person ranks the candidates of a round. */
export const rankingRecord = z
  .strictObject({
    type: z.literal('ranking'),
    participant: idOf<'participant'>(),
    mediation,
    order: z.array(z.array(statement).min(1, 'at least one statement'), 'a list of lists of statements'),
  })
  .refine(({ order }) => new Set(order.flat()).size === order.flat().length, {
    error: 'each statement once',
    path: ['order'],
  })
