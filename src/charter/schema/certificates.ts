import { z } from 'zod'
import { byStatement, count, digest, statementId, text, units } from './parts.ts'

/** What is certified of the slates, refuted, or neither; the payments and ballots that prove it stand in a proof file. */

const claim = z
  .strictObject({ statement: statementId, people: count, owed: count })
  .describe('So many people agree with a statement that has no seat, and each has fewer seats than `owed`.')

const ejrPlus = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('certified'),
      closest: claim.nullable().describe('Null where everybody has all they agree with.'),
    }),
    z.strictObject({ outcome: z.literal('refuted'), closest: claim }),
  ])
  .meta({
    id: 'ejrPlus',
    description:
      'Whether people could claim a place. Of all claims, people divided by owed is largest in `closest`: the smallest number of people for a place at which nobody could.',
  })

const core = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('certified') }),
    z.strictObject({
      outcome: z.literal('refuted'),
      people: count,
      claims: z
        .array(statementId)
        .describe('Each of these people agrees with more of these than of all that is seated.'),
    }),
    z.strictObject({
      outcome: z.literal('not-certified'),
      because: z.enum(['not-found', 'too-large']).describe('Neither says that it fails.'),
    }),
  ])
  .meta({ id: 'core', description: 'Whether people would rather leave with the seats they are enough for.' })

/** The rules whose slates rest on a lottery, as their lotteries are named. */
export const LOTTERIES = ['nash-welfare', 'maximal-lottery'] as const

const shares = byStatement(units).describe(
  'In billionths, of the candidates that have one; together they are the whole.',
)

const lottery = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal(LOTTERIES[0]),
      shares,
      gap: count.describe(
        'By so many millionths, rounded up, could a group with its own part of the whole give each member more at most.',
      ),
    }),
    z.strictObject({
      kind: z.literal(LOTTERIES[1]),
      shares,
      exploitability: count.describe(
        'By so many people in a million who can tell, rounded up, does any statement lead the lottery at most.',
      ),
    }),
  ])
  .meta({
    id: 'lottery',
    description: 'The lottery that a slate rests on, and how far it could be from the best one.',
  })

export const certificates = z
  .strictObject({
    people: count.describe('Who voted on a candidate, and so has a say in the slates.'),
    candidates: z.array(statementId).describe('What could be seated.'),
    proof: digest
      .nullable()
      .describe('SHA-256 of the proof file, byte for byte. Null where there were too many ballots for one.'),
    slates: z.array(
      z.strictObject({
        rule: text,
        slate: z.array(statementId).describe('In the order in which the rule filled the seats.'),
        ejrPlus,
        core,
        lottery: lottery.nullable().describe('Null for a rule that rests on none.'),
      }),
    ),
  })
  .meta({ id: 'certificates', description: 'What is proved of the slate of each declared rule.' })
