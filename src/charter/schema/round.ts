import { z } from 'zod'
import { floorRule } from './clauses.ts'
import { authority, clauseId, count, digest, groupId, motive, step, text } from './parts.ts'

/** What people proposed to change in a draft, what was answered, and what stays said against it. */

/** What may be changed by hand, and what only listening again may change. Source: ADR 0063. */
export const amendment = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bounds'), from: step, to: step, start: step }),
    z.strictObject({ kind: z.literal('add-rule'), rule: floorRule }),
    z.strictObject({ kind: z.literal('drop-rule'), rule: floorRule }),
    z.strictObject({ kind: z.literal('motive'), motive }),
    z.strictObject({ kind: z.literal('authority'), authority }),
    z.strictObject({ kind: z.literal('review'), after: text.describe('ISO 8601 duration.') }),
    z.strictObject({
      kind: z.literal('request'),
      asks: z.enum(['statement', 'withdrawal', 'wording', 'case', 'scope', 'other']),
      words: text,
    }),
  ])
  .meta({
    id: 'amendment',
    description:
      'A change to one clause. A request asks for what only listening again can change: it is never adopted.',
  })

export const answer = z.enum(['adopted', 'deferred', 'rejected'])

const proposal = z
  .strictObject({
    id: text,
    clause: clauseId.nullable().describe('Null: the charter as a whole.'),
    change: amendment,
    because: text.describe('Verbatim, from whoever proposed it.'),
    people: count.describe('People who proposed or supported it.'),
    answer,
    reason: text.describe('Why it was answered so.'),
  })
  .meta({ id: 'proposal', description: 'A proposed change with its answer.' })

export const round = z
  .strictObject({
    draft: digest.describe('The content hash of the draft that people read.'),
    terms: digest.describe('Over method and ratificationPlan, as they were when the round was opened.'),
    opened: text,
    closed: text,
    people: count.describe('People who commented, proposed or supported.'),
    comments: count,
    proposals: z.array(proposal),
    dissent: z
      .array(
        z.strictObject({
          clause: clauseId.nullable(),
          group: groupId.nullable(),
          words: text,
          because: text,
        }),
      )
      .describe('Objections that nobody took back, verbatim, of equal rank with the clause they oppose.'),
  })
  .meta({ id: 'round', description: 'How a draft was amended before it was put to the vote.' })
