import { z } from 'zod'

/** math.json as Polis writes it, as far as it is compared. Every message says what would be right. */

/** Far above what Polis publishes, and so far below what a double holds that no sum of it overflows. Source: ADR 0028. */
const MOST = 1e9

const number = z
  .number('a number')
  .min(-MOST, `a number between -${MOST} and ${MOST}`)
  .max(MOST, `a number between -${MOST} and ${MOST}`)
const whole = z.int('a whole number').min(0, 'a whole number that is not negative')
const wholes = z.array(whole, 'a list of whole numbers')
const numbers = z.array(number, 'a list of numbers')
const byId = <T extends z.ZodType>(value: T, what: string) =>
  z.record(z.string().regex(/^\d+$/), value, {
    error: ({ code }) => (code === 'invalid_key' ? 'an id that is a whole number' : what),
  })

const listed = z.object({ tid: whole, 'p-test': number }, 'a statement with its figures')

const tally = z
  .object({ A: whole, D: whole, S: whole }, 'the counts A, D and S')
  .refine(({ A, D, S }) => A + D <= S, 'an S of at least A and D together')
  .transform(({ A, D, S }) => ({ agree: A, disagree: D, pass: S - A - D }))

const baseClusters = z
  .object(
    { id: wholes, members: z.array(wholes, 'a list of lists'), x: numbers, y: numbers },
    'base clusters',
  )
  .refine(
    ({ id, members, x, y }) =>
      members.length === id.length && x.length === id.length && y.length === id.length,
    'as many members, x and y as ids',
  )

export const polisMathShape = z
  .object(
    {
      tids: wholes,
      'mod-out': wholes,
      'meta-tids': wholes.optional(),
      'in-conv': wholes,
      'user-vote-counts': byId(whole, 'counts by participant'),
      pca: z.object({ center: numbers, comps: z.tuple([numbers, numbers], 'two lists') }, 'center and comps'),
      'base-clusters': baseClusters,
      'group-clusters': z.array(z.object({ id: whole, members: wholes }, 'a group'), 'a list of groups'),
      'group-votes': byId(z.object({ votes: byId(tally, 'counts by statement') }, 'votes'), 'votes by group'),
      'group-aware-consensus': byId(number, 'values by statement'),
      consensus: z.object(
        { agree: z.array(listed, 'a list'), disagree: z.array(listed, 'a list') },
        'two lists',
      ),
      repness: byId(
        z.array(
          listed.extend({
            repness: number,
            'repful-for': z.enum(['agree', 'disagree'], '"agree" or "disagree"'),
          }),
          'a list',
        ),
        'lists by group',
      ),
      'comment-priorities': byId(number, 'values by statement'),
    },
    'the result that Polis computed',
  )
  .refine(
    ({ tids, pca: { center, comps } }) => [center, ...comps].every(({ length }) => length === tids.length),
    { path: ['pca'], error: 'as many means and loadings as there are tids' },
  )
  .refine(
    ({ 'base-clusters': { id }, 'group-clusters': groups }) =>
      groups.every(({ members }) => members.every((base) => id.includes(base))),
    { path: ['group-clusters'], error: 'groups of the base clusters that are listed' },
  )
