import { z } from 'zod'
import { idOf, oneOf, words } from './schema-words.ts'

const trigger = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('always') }),
    z.strictObject({ kind: z.literal('request-matches'), pattern: words }),
    z.strictObject({ kind: z.literal('reply-matches'), pattern: words }),
  ],
  'a trigger: {"kind":"always"}, or "request-matches" or "reply-matches" with a pattern',
)

const when = trigger.default({ kind: 'always' })
const tools = z.array(words, 'a list of tools').min(1, 'at least one tool')

const rule = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('forbid-pattern'), pattern: words, when }),
    z.strictObject({ kind: z.literal('require-pattern'), pattern: words, when }),
    z.strictObject({ kind: z.literal('forbid-tools'), tools, when }),
    z.strictObject({ kind: z.literal('require-tools'), tools, when }),
    z.strictObject({ kind: z.literal('hold-tools'), tools, when }),
    z.strictObject({ kind: z.literal('ask-judge'), question: words, when }),
  ],
  'a rule: forbid-pattern, require-pattern, forbid-tools, require-tools, hold-tools or ask-judge',
)

const step = z.int('a step of 0 to 4').min(0, 'a step of 0 to 4').max(4, 'a step of 0 to 4')
const end = z.strictObject({ label: words, instruction: words })

const scale = z
  .strictObject({ low: end, high: end, from: step, to: step, start: step })
  .refine(({ from, to, start }) => from <= start && start <= to, 'a start between from and to')

/** A drafter's note on a statement. */
export const draftingRecord = z.strictObject({
  type: z.literal('drafting'),
  statement: idOf<'statement'>(),
  by: words,
  motive: oneOf('control', 'censorship', 'ethics', 'pr', 'survey'),
  authority: oneOf('participants', 'operator', 'law'),
  rules: z.array(rule, 'a list of rules').default([]),
  scale: scale.nullable().default(null),
})
