import { RE2JS } from 're2js'
import { z } from 'zod'
import { type Parsed, parsed, refused } from '../../kernel/index.ts'

/**
 * A model written by people: ordered rules, each with the patterns it waits for and what it then says or calls. The
 * first rule whose every pattern is found answers.
 */
const text = z.string().min(1)

const pattern = text.refine((value) => compiled(value) !== null, {
  error: ({ input }) => `a pattern in RE2 syntax, not ${JSON.stringify(input)}`,
})

const condition = z.discriminatedUnion('looksAt', [
  z.strictObject({ looksAt: z.literal('request'), pattern }),
  z.strictObject({ looksAt: z.literal('system'), pattern }),
  z.strictObject({ looksAt: z.literal('earlier'), pattern }),
  z.strictObject({ looksAt: z.literal('tool-result'), pattern }),
])

const reply = z.strictObject({
  text: z.string(),
  toolCalls: z.array(z.strictObject({ name: text, arguments: z.string() })).default([]),
})

export const scriptSchema = z.strictObject({
  rules: z.array(z.strictObject({ when: z.array(condition).min(1), reply })),
  /** What is said when no rule fits. */
  otherwise: reply,
})

export type Script = z.infer<typeof scriptSchema>
export type ScriptedReply = { readonly text: string; readonly toolCalls: readonly ScriptedCall[] }
export type ScriptedCall = { readonly name: string; readonly arguments: string }

/** A message as a script sees it: its role and its text. */
export interface Said {
  readonly role: string
  readonly content: string
}

/** A script from data, or where it is wrong. */
export function parseScript(value: unknown, file: string): Parsed<Script> {
  const read = scriptSchema.safeParse(value)
  if (read.success) return parsed(read.data)
  const [issue] = read.error.issues
  return refused({
    place: `${file}, ${issue?.path.join('.') || 'top'}`,
    found: 'a script that cannot be read',
    expected: issue?.message ?? 'rules and otherwise',
  })
}

/**
 * What the script answers to these messages.
 *
 * @example
 * answerOf({ rules: [{ when: [{ looksAt: 'request', pattern: 'hello' }], reply: { text: 'Hi.', toolCalls: [] } }], otherwise: { text: '?', toolCalls: [] } }, [{ role: 'user', content: 'Hello' }]).text // => 'Hi.'
 */
export function answerOf(script: Script, messages: readonly Said[]): ScriptedReply {
  const places = placesOf(messages)
  const fits = ({ when }: Script['rules'][number]) =>
    when.every(({ looksAt, pattern: source }) => compiled(source)?.test(places[looksAt]) ?? false)
  return script.rules.find(fits)?.reply ?? script.otherwise
}

type Place = Script['rules'][number]['when'][number]['looksAt']

function placesOf(messages: readonly Said[]): Readonly<Record<Place, string>> {
  const last = messages.findLastIndex(({ role }) => role === 'user')
  const textOf = (chosen: readonly Said[]) => chosen.map(({ content }) => content).join('\n')
  return {
    request: messages[last]?.content ?? '',
    system: textOf(messages.filter(({ role }) => role === 'system' || role === 'developer')),
    earlier: textOf(
      messages.slice(0, Math.max(last, 0)).filter(({ role }) => role === 'user' || role === 'assistant'),
    ),
    'tool-result': textOf(messages.slice(last + 1).filter(({ role }) => role === 'tool')),
  }
}

/** Null for a pattern that cannot be read; a script that was parsed has none. */
function compiled(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL)
  } catch {
    return null
  }
}
