import type { Choice, ToolCall } from '../../govern/index.ts'
import type { Wire } from '../../io/models/index.ts'
import { isJsonList, isJsonObject, type Json } from '../../kernel/index.ts'

/** A whole reply as the floors see it. */
export interface Reading {
  readonly outgoing: readonly string[]
  readonly toolCalls: readonly ToolCall[]
  readonly choices: readonly Choice[]
  /** What is in it that no rule can read; a reply that has any is never sent. */
  readonly unreadable: readonly string[]
}

/**
 * Every text of a reply, by its path and joined over the chunks: content, refusals, reasoning, tool calls, fields
 * that nobody knows, the names of fields, and numbers that are not counts.
 *
 * Chunks are joined by the `index` that clients join them by. Texts whose paths differ only in positions (the parts
 * of one content) are also given joined.
 *
 * Source: ADR 0022.
 */
export function readReply(parts: readonly Wire[], how: 'whole' | 'chunks'): Reading {
  const found: Found = {
    texts: new Map(),
    arrived: new Map(),
    names: new Set(),
    choices: new Set(),
    unreadable: new Set(),
    byIndex: how === 'chunks',
  }
  for (const part of parts) walk(part, [], found)
  const texts = [...found.texts].map(([key, text]) => ({ path: JSON.parse(key) as Path, text }))
  const calls = toolCallsIn(texts)
  return {
    outgoing: [
      ...new Set([...found.texts.values(), ...found.arrived.values(), ...joinedGroups(texts)]),
      ...found.names,
    ],
    toolCalls: calls.map(({ call }) => call),
    choices: [...found.choices].map((choice) => ({
      text: shownIn(choice, texts),
      tools: calls.filter((placed) => placed.choice === choice).map(({ call }) => call.name),
    })),
    unreadable: [...found.unreadable, ...(holdsData(texts) ? ['data inside a text'] : [])],
  }
}

const holdsData = (texts: readonly Text[]): boolean =>
  texts.some(({ text }) => /data:[^,\s]{0,100};base64,/i.test(text))

interface Found {
  /** By path, as JSON. */
  readonly texts: Map<string, string>
  /** The same in the order of arrival, by path without positions: what a client shows that looks at none. */
  readonly arrived: Map<string, string>
  readonly names: Set<string>
  readonly choices: Set<number>
  readonly unreadable: Set<string>
  readonly byIndex: boolean
}

type Path = readonly (string | number)[]

interface Text {
  readonly path: Path
  readonly text: string
}

function walk(value: Json, path: Path, found: Found): void {
  if (typeof value === 'string') addText(value, path, found)
  else if (typeof value === 'number') addNumber(value, path, found)
  else if (path.length > DEEPEST) found.unreadable.add('a reply that nests too deep')
  else if (isBytes(value, path)) addText(new TextDecoder().decode(Uint8Array.from(value)), path, found)
  else if (isJsonList(value))
    for (const [at, item] of value.entries()) walk(item, [...path, positionOf(item, at, found)], found)
  else if (isJsonObject(value)) walkObject(value, path, found)
}

/** The bytes of a token, which spell it once more. */
const isBytes = (value: Json, path: Path): value is readonly number[] =>
  path.at(-1) === 'bytes' &&
  isJsonList(value) &&
  value.every((byte) => typeof byte === 'number' && Number.isInteger(byte) && byte >= 0 && byte < 256)

/** Deeper than any reply of the API. ADR 0022. */
const DEEPEST = 32

function walkObject(value: Wire, path: Path, found: Found): void {
  const [top, choice] = path
  if (path.length === 2 && top === 'choices' && typeof choice === 'number') found.choices.add(choice)
  noteUnreadable(value, path, found)
  for (const [name, item] of Object.entries(value)) {
    if (!KNOWN_NAMES.has(name)) found.names.add(name)
    walk(item, [...path, name], found)
  }
}

const positionOf = (item: Json, at: number, { byIndex }: Found): number =>
  byIndex && isJsonObject(item) && typeof item.index === 'number' ? item.index : at

function addText(text: string, path: Path, { texts, arrived }: Found): void {
  const name = path.findLast((step) => typeof step === 'string')
  if (PROTOCOL_WORDS.get(name ?? '')?.includes(text)) return
  append(texts, JSON.stringify(path), text)
  append(arrived, withoutPositions(path), text)
}

const append = (texts: Map<string, string>, key: string, text: string) =>
  texts.set(key, (texts.get(key) ?? '') + text)

const withoutPositions = (path: Path): string =>
  JSON.stringify(path.map((step) => (typeof step === 'number' ? '*' : step)))

function addNumber(value: number, path: Path, found: Found): void {
  const name = path.findLast((step) => typeof step === 'string') ?? ''
  if (!COUNTS.has(name) && !name.endsWith('_tokens')) addText(String(value), path, found)
}

/** Counts and times of the protocol itself; every other number may say something. */
const COUNTS = new Set(['created', 'index', 'logprob'])

/** The protocol's own constants, where they stand for themselves: a floor that forbids "stop" is about what is said. */
const PROTOCOL_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['object', ['chat.completion', 'chat.completion.chunk']],
  ['role', ['assistant']],
  ['type', ['function', 'custom', 'text', 'refusal']],
  ['finish_reason', ['stop', 'length', 'tool_calls', 'content_filter', 'function_call']],
])

const KNOWN_NAMES = new Set(
  `id object created model choices usage system_fingerprint service_tier index message delta finish_reason logprobs
  role content refusal annotations audio reasoning reasoning_content tool_calls function_call function custom type name
  arguments input text token logprob bytes top_logprobs prompt_tokens completion_tokens total_tokens
  prompt_tokens_details completion_tokens_details cached_tokens audio_tokens reasoning_tokens
  accepted_prediction_tokens rejected_prediction_tokens`.split(/\s+/),
)

function noteUnreadable(value: Wire, path: Path, { unreadable }: Found): void {
  const place = path.findLast((step) => typeof step === 'string')
  if (isStructured(value.audio)) unreadable.add('sound')
  if (isJsonList(value.images) && value.images.length > 0) unreadable.add('pictures')
  // The log probabilities have a `content` too, of tokens.
  if (place === 'content' && !path.includes('logprobs') && value.type !== 'text' && value.type !== 'refusal')
    unreadable.add('a part that is not text')
  if (
    place === 'tool_calls' &&
    value.type !== undefined &&
    value.type !== 'function' &&
    value.type !== 'custom'
  )
    unreadable.add('a tool call of another kind')
  if ((place === 'function' || place === 'function_call') && isStructured(value.arguments))
    unreadable.add('arguments of a tool that are not text')
}

interface PlacedCall {
  readonly choice: number
  readonly call: ToolCall
}

function toolCallsIn(texts: readonly Text[]): readonly PlacedCall[] {
  const calls = new Map<string, PlacedCall>()
  for (const { path, text } of texts) {
    const [top, choice, , list, ...steps] = path
    if (top !== 'choices' || typeof choice !== 'number') continue
    const [position, ...inside] = list === 'tool_calls' ? steps : ['only', ...steps]
    const field = CALL_FIELDS.get(`${list} ${inside.join(' ')}`)
    if (field === undefined) continue
    const key = `${choice} ${list} ${position}`
    const { call } = calls.get(key) ?? { call: { id: '', name: '', arguments: '' } }
    calls.set(key, { choice, call: { ...call, [field]: call[field] + text } })
  }
  return [...calls.values()]
}

/** Where a tool call stands in a message, in its present form, its older one, and the one with free input. */
const CALL_FIELDS: ReadonlyMap<string, keyof ToolCall> = new Map([
  ['tool_calls id', 'id'],
  ['tool_calls function name', 'name'],
  ['tool_calls function arguments', 'arguments'],
  ['tool_calls custom name', 'name'],
  ['tool_calls custom input', 'arguments'],
  ['function_call name', 'name'],
  ['function_call arguments', 'arguments'],
])

/** What a client shows of one choice: its content, whole or in parts, and its refusal. */
const shownIn = (choice: number, texts: readonly Text[]): string =>
  texts
    .filter(({ path: [top, at, , field, ...rest] }) => {
      const ends = rest.length === 0 || rest.at(-1) === 'text' || rest.at(-1) === 'refusal'
      return top === 'choices' && at === choice && (field === 'content' || field === 'refusal') && ends
    })
    .map(({ text }) => text)
    .join('')

/** Texts whose paths differ only in positions, joined in the order they came. */
function joinedGroups(texts: readonly Text[]): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const { path, text } of texts) {
    const key = withoutPositions(path)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [text])
    else group.push(text)
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.join(''))
}

const isStructured = (value: Json | undefined): boolean => typeof value === 'object' && value !== null
