/** Reading what goes over the wire as a person would see it; what cannot be read is said to be so. */

/** The words of a completion, and the calls it asks for. */
export function saidIn(body: unknown): string {
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
  return bytes
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => objectOf(objectOf(listOf(objectOf(parsedJson(line.slice(6))).choices)[0]).delta).content)
    .filter((piece) => typeof piece === 'string')
    .join('')
}

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

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
