import { z } from 'zod'
import type { ParticipantId, StatementId } from '../kernel/index.ts'
import { caseRecord } from './case-record.ts'
import { draftingRecord } from './drafting-record.ts'
import type {
  Assembly,
  Binding,
  Case,
  CastVote,
  Comparison,
  Drafting,
  Judgement,
  Mediation,
  Note,
  Participant,
  PopulationShare,
  Ranking,
  Reach,
  Reason,
  SecondOrder,
  Statement,
  Weight,
} from './listening.ts'
import { machineWriting, mediationRecord, rankingRecord } from './mediation-record.ts'
import { idOf, isAssemblyId, oneOf, share, text, wholeNumber, words, yesOrNo } from './schema-words.ts'

/** Takes a vote back, as if it had never been given. */
export interface Withdrawal {
  readonly participant: ParticipantId
  readonly statement: StatementId
}

type Tagged<Type extends string, T> = { readonly type: Type } & T

/** One thing that was said or set down, every default filled in: a line of a native file, the content of an event. */
export type ListeningRecord =
  | Tagged<'assembly', Assembly>
  | Tagged<'participant', Participant>
  | Tagged<'statement', Statement>
  | Tagged<'vote', CastVote>
  | Tagged<'withdrawal', Withdrawal>
  | Tagged<'comparison', Comparison>
  | Tagged<'weight', Weight>
  | Tagged<'second-order', SecondOrder>
  | Tagged<'binding', Binding>
  | Tagged<'reach', Reach>
  | Tagged<'reason', Reason>
  | Tagged<'case', Case>
  | Tagged<'judgement', Judgement>
  | Tagged<'drafting', Drafting>
  | Tagged<'mediation', Mediation>
  | Tagged<'ranking', Ranking>
  | Tagged<'population', PopulationShare>
  | Tagged<'note', Note>

const participant = idOf<'participant'>()
const statement = idOf<'statement'>()
const says = { participant, statement }

// zod leaves a "__proto__" key out of what it reads; left out without a word, it would be half-read.
const noPrototype = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__')

const declared = z
  .custom<Record<string, string>>(noPrototype, 'attributes other than "__proto__"')
  .pipe(z.record(words, text, 'an object of attributes and what the person said'))

/** The schema of the native format. Unknown fields are refused, so that a misspelt one cannot be lost. */
export const listeningRecord = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.literal('assembly'),
      id: idOf<'assembly'>().refine(isAssemblyId, 'an id that can stand in an address'),
      question: text,
      description: text.default(''),
      source: text.default('native'),
      synthetic: yesOrNo.default(false),
    }),
    z.strictObject({
      type: z.literal('participant'),
      id: participant,
      declared: declared.default({}),
      origin: text.default(''),
      exportedGroup: words.nullable().default(null),
    }),
    z
      .strictObject({
        type: z.literal('statement'),
        id: statement,
        text,
        language: z
          .string('a BCP 47 tag')
          .regex(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/, 'a BCP 47 tag such as "en", "zh-TW" or "und"')
          .default('und'),
        author: participant.nullable().default(null),
        origin: oneOf('seed', 'participant', 'mediator').default('participant'),
        written: machineWriting.nullable().default(null),
        subject: oneOf('value', 'about-people').default('value'),
        moderation: oneOf('shown', 'waiting', 'removed').default('shown'),
      })
      // Nobody's words may pass for a machine's, nor a machine's for somebody's.
      .refine(
        ({ origin, written, author }) =>
          origin === 'mediator' ? written !== null && author === null : written === null,
        {
          error: 'what wrote it, and no author, where the origin is "mediator" and nowhere else',
          path: ['written'],
        },
      ),
    z.strictObject({
      type: z.literal('vote'),
      ...says,
      vote: oneOf('agree', 'pass', 'disagree'),
      at: z.iso.datetime('a time in UTC such as "2026-03-01T09:30:00Z"').nullable().default(null),
      shown: z
        .number('a probability')
        .gt(0, 'a probability above 0, because it was shown')
        .max(1, 'a probability of at most 1')
        .nullable()
        .default(null),
    }),
    z.strictObject({ type: z.literal('withdrawal'), ...says }),
    z
      .strictObject({
        type: z.literal('comparison'),
        participant,
        case: idOf<'case'>(),
        a: idOf<'response'>(),
        b: idOf<'response'>(),
        prefers: oneOf('a', 'b', 'tie'),
      })
      .refine(({ a, b }) => a !== b, { error: 'another response than a', path: ['b'] }),
    z.strictObject({
      type: z.literal('weight'),
      ...says,
      matters: z.number('a number').min(0, 'a number that is not negative'),
    }),
    z.strictObject({ type: z.literal('second-order'), ...says, says: oneOf('endorse', 'disown', 'unsure') }),
    z.strictObject({
      type: z.literal('binding'),
      ...says,
      holds: oneOf('for-everyone', 'for-each', 'unsure'),
    }),
    z.strictObject({ type: z.literal('reach'), ...says, touches: oneOf('only-me', 'others', 'unsure') }),
    z.strictObject({ type: z.literal('reason'), ...says, side: oneOf('for', 'against'), words }),
    caseRecord,
    z.strictObject({
      type: z.literal('judgement'),
      judge: idOf<'judge'>(),
      case: idOf<'case'>(),
      response: idOf<'response'>(),
      statement,
      verdict: oneOf('meets', 'violates', 'irrelevant'),
    }),
    draftingRecord,
    mediationRecord,
    rankingRecord,
    z.strictObject({ type: z.literal('population'), attribute: words, value: words, share, source: words }),
    z.strictObject({
      type: z.literal('note'),
      kind: oneOf(
        'votes-counted-twice',
        'matrix-differs-from-votes',
        'totals-differ-from-votes',
        'votes-on-unknown-statements',
        'column-missing',
      ),
      count: wholeNumber,
      says: words,
    }),
  ],
  'a record with a known "type"',
) satisfies z.ZodType<ListeningRecord>

/** A record as people write it: defaults may be left out. */
export type ListeningRecordInput = z.input<typeof listeningRecord>

/** Every type of record, in the order of the format's description. */
export const RECORD_TYPES: readonly ListeningRecord['type'][] = listeningRecord.options.flatMap((option) => [
  ...option.shape.type.values,
])
