import { z } from 'zod'
import {
  authority,
  clauseId,
  count,
  groupId,
  missing,
  motive,
  people,
  support,
  text,
  whyHidden,
} from './parts.ts'

/** Who was heard, and who decided. */

const heardRow = z.strictObject({
  value: text,
  /** A share of 1 of the affected people; null where nobody gave a figure. */
  target: z.number().min(0).max(1).nullable(),
  source: text.nullable(),
  heard: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('shown'),
      people: count,
      share: z.number(),
      low: z.number(),
      high: z.number(),
    }),
    z.strictObject({ kind: z.literal('not-shown'), because: whyHidden }),
  ]),
  /** Against the target: `unclear` where the interval holds it, `not-compared` where one of the two is not known. */
  compared: z.enum(['fewer', 'more', 'unclear', 'not-compared']),
})

const heardAttribute = z.strictObject({
  attribute: text,
  /** How many said it of themselves; null where that is fewer than 20. */
  said: people,
  rows: z.array(heardRow),
})

const groups = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('groups'),
    /** Null: the sizes are not shown, because one of the groups has fewer than 20 people. */
    sizes: z.array(z.strictObject({ group: groupId, people: count })).nullable(),
    groups: z.array(groupId),
    outside: people,
  }),
  z.strictObject({ kind: z.literal('no-stable-groups'), because: text }),
])

export const heard = z.strictObject({
  says: text,
  targets: z.enum(['given', 'none']),
  attributes: z.array(heardAttribute),
  groups,
})

const ratification = z.strictObject({
  outcome: z.enum(['ratified', 'rejected', 'quorum-not-met']),
  opened: text,
  closed: text,
  roll: count,
  quorum: count,
  notOnRoll: count,
  yes: count,
  no: count,
  abstain: count,
  support,
  groups: z.array(z.strictObject({ group: groupId, outcome: z.enum(['met', 'not-met', 'unknown']) })),
  dissent: z.array(z.strictObject({ clause: clauseId.nullable(), from: groupId.nullable(), words: text })),
})

export const decided = z.discriminatedUnion('kind', [
  missing,
  z.strictObject({
    kind: z.literal('decided'),
    title: text,
    version: text,
    hash: text,
    status: z.enum(['draft', 'voting', 'ratified', 'rejected', 'quorum-not-met']),
    says: text,
    /** Clauses that bind: floors, dials and rulings. */
    clauses: count,
    byAuthority: z.array(z.strictObject({ authority, clauses: count })),
    byMotive: z.array(z.strictObject({ motive: motive.nullable(), clauses: count })),
    ratification: ratification.nullable(),
  }),
])
