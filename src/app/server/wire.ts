import { type Json, type JsonObject, listOf, objectOf } from '../../kernel/index.ts'
import { readReply } from '../gateway/index.ts'

/** Reading what goes over the wire as a person would see it; what cannot be read is said to be so. */

/** The words of a completion, and the calls it asks for. */
export function saidIn(body: Json): string {
  const { error } = objectOf(body)
  if (error !== undefined) return `No answer: ${String(objectOf(error).message ?? 'the gateway failed')}.`
  const message = objectOf(objectOf(listOf(objectOf(body).choices)[0]).message)
  const calls = listOf(message.tool_calls).map((call) => objectOf(objectOf(call).function))
  const words = typeof message.content === 'string' ? message.content : ''
  return [words, ...calls.map(({ name }) => `(It calls ${String(name)}.)`)]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The words in the bytes that a gateway examined: a completion, or the events of a stream. */
export function textIn(bytes: string): string {
  if (bytes.startsWith('{')) return saidIn(parsedJson(bytes))
  return partsIn(bytes)
    .map(({ choices }) => objectOf(objectOf(listOf(choices)[0]).delta).content)
    .filter((piece) => typeof piece === 'string')
    .join('')
}

/**
 * Everything in the examined bytes that could be shown or read aloud: the words of each choice, then whatever else is
 * in it. A person who lets bytes go out must have seen them.
 */
export function allWordsIn(bytes: string): string {
  const parts = partsIn(bytes).map(({ parley: _, id: _id, model: _model, ...part }) => part)
  const { choices, outgoing } = readReply(parts, bytes.startsWith('{') ? 'whole' : 'chunks')
  const said = choices.map(({ text }, at) => (choices.length > 1 ? `Answer ${at + 1}: ${text}` : text))
  const others = outgoing.filter((text) => text !== '' && !said.some((one) => one.includes(text)))
  return [...said, ...(others.length > 0 ? ['Also in it:', ...others] : [])].join('\n\n')
}

const partsIn = (bytes: string): readonly JsonObject[] =>
  bytes.startsWith('{')
    ? [objectOf(parsedJson(bytes))]
    : bytes
        .split('\n')
        .filter((line) => line.startsWith('data: {'))
        .map((line) => objectOf(parsedJson(line.slice(6))))

/** The person’s last words in the body of a request. */
export function lastWordsIn(bytes: string): string {
  const messages = listOf(objectOf(parsedJson(bytes)).messages).map(objectOf)
  const content = messages.findLast(({ role }) => role === 'user')?.content
  if (typeof content === 'string') return content
  return listOf(content)
    .map((part) => objectOf(part).text)
    .filter((part) => typeof part === 'string')
    .join(' ')
}

function parsedJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
