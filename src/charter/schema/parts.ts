import { z } from 'zod'
import type {
  AssemblyId,
  CaseId,
  ClauseId,
  GroupId,
  Id,
  ParticipantId,
  ResponseId,
  StatementId,
} from '../../kernel/index.ts'
import { byId } from '../../kernel/index.ts'

/** What every clause is made of. */

// A lone half of a surrogate pair has no UTF-8 form, so it could be neither written nor hashed.
const wellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value)

export const text = z.string().min(1).refine(wellFormed, 'text that UTF-8 can write')
const idOf = <Kind extends string>() => text.transform((value) => value as Id<Kind>)
// Minus zero equals zero and must be spelled like it.
export const plain = (value: number): number => value + 0
export const figure = z.number().transform(plain)
export const share = z.number().min(0).max(1).transform(plain)
/** Where a dial may stand. */
export const step = z.number().int().min(0).max(4).transform(plain)
export const count = z.number().int().min(0).transform(plain)

/** A whole share, in the units in which payments and lotteries are written down. */
export const UNIT = 1_000_000_000
export const units = z.number().int().min(1).max(UNIT)

export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

export const statementId = idOf<'statement'>() as z.ZodType<StatementId, string>
export const groupId = idOf<'group'>() as z.ZodType<GroupId, string>
export const caseId = idOf<'case'>() as z.ZodType<CaseId, string>
export const clauseId = idOf<'clause'>() as z.ZodType<ClauseId, string>
export const participantId = idOf<'participant'>() as z.ZodType<ParticipantId, string>
export const responseId = idOf<'response'>() as z.ZodType<ResponseId, string>
export const assemblyId = idOf<'assembly'>() as z.ZodType<AssemblyId, string>

/** A value for each opinion group, in one order, so that equal charters are equal bytes. */
export const byGroup = <T>(value: z.ZodType<T, unknown>) => z.record(groupId, value).transform(inOrder)

/** The same for statements. */
export const byStatement = <T>(value: z.ZodType<T, unknown>) =>
  z.record(statementId, value).transform(inOrder)

const inOrder = <Key extends string, T>(values: Record<Key, T>): Record<Key, T> =>
  Object.fromEntries(Object.entries<T>(values).sort(([a], [b]) => byId(a as Key, b as Key))) as Record<Key, T>

export const interval = z
  .strictObject({
    estimate: figure,
    low: figure,
    high: figure,
    n: count,
    method: z.enum(['wilson', 'clopper-pearson', 'beta', 'bootstrap', 'laplace']),
    level: share,
  })
  .meta({ id: 'interval', description: 'An estimate, its bounds, and the number of answers it rests on.' })

export const motive = z
  .enum(['control', 'censorship', 'ethics', 'pr', 'survey'])
  .meta({ id: 'motive', description: 'Why a clause exists.' })

export const authority = z
  .enum(['participants', 'operator', 'law'])
  .meta({ id: 'authority', description: 'Who decided a clause.' })

export const answered = z
  .strictObject({
    question: z
      .enum(['must-hold', 'touches-others', 'agree', 'compare'])
      .describe('Must it hold for everyone; whom does it touch; do you agree; which response is better.'),
    people: count,
  })
  .meta({ id: 'answered', description: 'The question that decided a clause, and how many answered it.' })

const wishes = z.strictObject({ endorse: count, disown: count, unsure: count })

export const secondOrder = z.strictObject({ agree: wishes, disagree: wishes }).meta({
  id: 'secondOrder',
  description:
    'Whether those who agree, and those who disagree, want to feel so. Counted apart: it moves no other figure.',
})

export const provenance = z
  .strictObject({
    statement: statementId,
    origin: z.enum(['seed', 'participant', 'mediator']),
    agree: count,
    pass: count,
    disagree: count,
    unseen: count.describe('People of the assembly who never saw it: not counted for or against.'),
  })
  .meta({ id: 'provenance', description: 'Where a clause comes from, down to the votes.' })

export const side = z.strictObject({ statement: statementId, text })

export const machineWritten = z
  .strictObject({
    statement: statementId,
    text,
    model: text.describe('What its server calls the model.'),
    mediation: text,
    round: count
      .nullable()
      .describe(
        '1: from what people said; later ones also from critiques of the one before; null: not known.',
      ),
    prompt: digest.describe('Over the prompt it was written to.'),
    from: z.array(side).describe('The statements the model was told, as they stood.'),
    critiques: z
      .array(z.strictObject({ ...side.shape, words: count }))
      .describe('Candidates of the round before, and how many people’s words on each the model was told.'),
    provenance,
  })
  .meta({
    id: 'machineWritten',
    description: 'A statement that a machine wrote, and how people voted on it.',
  })

export const support = z
  .strictObject({ overall: interval, groups: byGroup(interval) })
  .meta({ id: 'support', description: 'A share of those who answered: of all, and of each opinion group.' })

export const dissent = z
  .strictObject({
    group: z.union([groupId, z.literal('everyone')]),
    share: interval
      .nullable()
      .describe('Share of those who saw it who disagree; null where nobody of the group was asked.'),
    heard: z
      .enum(['words', 'votes-only', 'asked-none-given', 'not-asked'])
      .describe('In words; by votes alone; asked and gave none. `not-asked` is a gap that `check` names.'),
    words: z.array(text).describe('Verbatim, from participants.'),
    more: count.describe('How many more said something, which is not printed here.'),
  })
  .meta({ id: 'dissent', description: 'Recorded opposition, of equal rank with the clause it opposes.' })

export const caseRef = z.strictObject({ id: caseId, title: text })

export const tools = z.array(text).min(1)
export const signs = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('says'), pattern: text }),
    z.strictObject({ kind: z.literal('calls'), tool: text }),
  ]),
)
