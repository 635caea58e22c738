import { z } from 'zod'
import { type AssemblyId, byId, type ClauseId, type GroupId, type Id } from '../../kernel/index.ts'

/** What every section of a report is made of. */

export const text = z.string()
const idOf = <Kind extends string>() =>
  z
    .string()
    .min(1)
    .transform((value) => value as Id<Kind>)
export const clauseId = idOf<'clause'>() as z.ZodType<ClauseId, string>
export const groupId = idOf<'group'>() as z.ZodType<GroupId, string>
export const assemblyId = idOf<'assembly'>() as z.ZodType<AssemblyId, string>
export const count = z.number().int().min(0)
const percent = z.number().int().min(0).max(100)

export const method = z.enum(['wilson', 'clopper-pearson', 'beta', 'bootstrap', 'laplace'])
export const authority = z.enum(['participants', 'operator', 'law'])
export const motive = z.enum(['control', 'censorship', 'ethics', 'pr', 'survey'])
export const verdict = z.enum(['kept', 'broken', 'unknown', 'unverified'])
export const whyHidden = z.enum(['too-few', 'gives-away'])

/** Whole per cents and 95 % bounds; people to the nearest ten. */
const drawn = { percent, low: percent, high: percent, people: count, method }

export const share = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('shown'), ...drawn }),
    z.strictObject({ kind: z.literal('at-most'), ...drawn }),
    z.strictObject({ kind: z.literal('at-least'), ...drawn }),
    z.strictObject({ kind: z.literal('not-shown'), because: whyHidden }),
  ])
  .meta({ id: 'share', description: 'A share of those asked, as far as it may be shown.' })

export const support = z.strictObject({
  overall: share,
  groups: z
    .record(groupId, share)
    .transform(
      (groups): Record<GroupId, PublishedShare> =>
        Object.fromEntries(Object.entries(groups).sort(([a], [b]) => byId(a, b))) as Record<
          GroupId,
          PublishedShare
        >,
    ),
})

/** A number of people to the nearest ten; null where there are fewer than 20. */
export const people = count.nullable()

export const voice = z
  .strictObject({
    /** Null: somebody in no group, or in one of fewer than 20 people. */
    from: groupId.nullable(),
    heard: z.enum(['words', 'votes-only', 'asked-none-given', 'not-asked']),
    words: z.array(text),
    /** Whether more was said than is printed. */
    more: z.enum(['nothing', 'something']),
  })
  .meta({ id: 'voice', description: 'What a group said against a clause, verbatim.' })

export const effects = {
  benefits: z.array(groupId),
  burdens: z.array(groupId),
  /** Groups for which neither could be shown; never "no one". */
  notShown: z.array(groupId),
}

/** A section without its content: what is missing, and why, instead of nothing. */
export const missing = z.strictObject({ kind: z.literal('missing'), says: text })

export type PublishedShare = z.infer<typeof share>
export type PublishedSupport = z.infer<typeof support>
export type Voice = z.infer<typeof voice>
export type PublishedVerdict = z.infer<typeof verdict>
