import { createParser, type ParseError } from 'eventsource-parser'
import { type Dispatcher, Pool } from 'undici'
import { type Deadline, deadline, within } from '../deadline.ts'
import { type FailureKind, type Model, ModelFailed, type Wire } from './model.ts'

export interface OpenAiCompatible {
  /** Up to and with `/v1`: `https://models.example.org/v1`. */
  readonly baseUrl: string
  readonly key: BoundKey | null
  readonly limits: UpstreamLimits
}

/** A key and the one origin it may be sent to. */
export interface BoundKey {
  readonly origin: string
  readonly value: string
}

/** How much of a reply is read before it counts as failed. ADR 0022. */
export interface UpstreamLimits {
  readonly bytes: number
  readonly events: number
  readonly milliseconds: number
}

export const UPSTREAM_LIMITS: UpstreamLimits = { bytes: 4_000_000, events: 50_000, milliseconds: 120_000 }

/** The environment's name for the key of the one upstream the operator configured. */
const KEY_VARIABLE = 'PARLEY_UPSTREAM_KEY'

/** The key of the environment, bound to the origin of this address and to no other. */
export const keyFromEnvironment = (
  environment: Readonly<Record<string, string | undefined>>,
  baseUrl: string,
): BoundKey | null => {
  const value = environment[KEY_VARIABLE]
  return value === undefined || value === '' ? null : { origin: new URL(baseUrl).origin, value }
}

/**
 * Any server that speaks OpenAI's chat completions. Redirects are not followed, compressed replies are not read, and
 * what a reply may cost in bytes, events and time is bounded.
 *
 * Errors: throws TypeError for an address or a key that is not meant for it; see `Model` for the calls.
 */
export function openAiCompatible({
  baseUrl,
  key,
  limits,
}: OpenAiCompatible): Model & { close(): Promise<void> } {
  const base = new URL(baseUrl)
  if (key !== null && key.origin !== base.origin)
    throw new TypeError(`the key is for ${key.origin}, and is not sent to ${base.origin}`)
  const pool = new Pool(base.origin)
  const ask = async (request: Wire, signal: AbortSignal) => {
    const reply = await pool.request({
      method: 'POST',
      path: `${base.pathname.replace(/\/$/, '')}/chat/completions`,
      headers: {
        'content-type': 'application/json',
        'accept-encoding': 'identity',
        ...(key === null ? {} : { authorization: `Bearer ${key.value}` }),
      },
      body: JSON.stringify(request),
      signal,
      // One clock for the whole call, ours; the signal carries it.
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    requireReadable(reply)
    return reply.body
  }

  return {
    name: base.host,
    scripted: false,
    close: () => pool.close(),
    complete: (request, signal) => {
      const limit = timeFor(signal, limits)
      return within(limit, async (both) => {
        const read: string[] = []
        for await (const text of textOf(await ask(request, both), limits)) read.push(text)
        return wireOf(read.join(''))
      }).catch((error) => Promise.reject(explained(error, limit)))
    },
    async *stream(request, signal) {
      const limit = timeFor(signal, limits)
      try {
        yield* chunksOf(await ask(request, limit.signal), limits)
      } catch (error) {
        throw explained(error, limit)
      } finally {
        limit.stop()
      }
    },
  }
}

const timeFor = (signal: AbortSignal, { milliseconds }: UpstreamLimits): Deadline =>
  deadline(signal, milliseconds, () => failed('timeout', `the model took longer than ${milliseconds} ms`))

/** What ended the call: the caller or the clock before anything that broke because of them. */
function explained(error: unknown, { signal }: Deadline): unknown {
  if (error instanceof ModelFailed || error === signal.reason) return error
  return failed('unreachable', 'the model could not be reached')
}

function requireReadable({ statusCode, headers, body }: Dispatcher.ResponseData): void {
  const problem = problemWith(statusCode, headers)
  if (problem === null) return
  // Its words are not read: they were not examined, and nothing of them goes on.
  body.on('error', () => {}).destroy()
  throw problem
}

function problemWith(status: number, headers: Dispatcher.ResponseData['headers']): ModelFailed | null {
  if (status >= 300 && status < 400)
    return failed('refused', 'the model redirects, which is not followed', status)
  if (status !== 200) return failed('refused', `the model answered with status ${status}`, status)
  const encoding = headers['content-encoding'] ?? 'identity'
  return encoding === 'identity' ? null : failed('malformed', 'the model sent a compressed reply')
}

/** The body as text, bounded, whole characters only. */
async function* textOf(body: AsyncIterable<Uint8Array>, { bytes }: UpstreamLimits): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let read = 0
  for await (const piece of body) {
    read += piece.byteLength
    if (read > bytes) throw failed('too-large', `the model sent more than ${bytes} bytes`)
    yield decode(decoder, piece)
  }
  yield decode(decoder)
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined })
  } catch {
    throw failed('malformed', 'the model sent bytes that are not UTF-8')
  }
}

/** The chunks of an event stream up to `[DONE]`; what comes after it is not read. */
async function* chunksOf(body: AsyncIterable<Uint8Array>, limits: UpstreamLimits): AsyncIterable<Wire> {
  const waiting: string[] = []
  const broken: ParseError[] = []
  const parser = createParser({
    onEvent: ({ data }) => waiting.push(data),
    onError: (error) => error.type === 'max-buffer-size-exceeded' && broken.push(error),
    maxBufferSize: limits.bytes,
  })
  let events = 0
  for await (const text of textOf(body, limits)) {
    parser.feed(text)
    if (broken.length > 0)
      throw failed('too-large', `the model sent an event of more than ${limits.bytes} bytes`)
    for (const data of waiting.splice(0)) {
      if (data === '[DONE]') return
      if (++events > limits.events)
        throw failed('too-large', `the model sent more than ${limits.events} events`)
      yield wireOf(data)
    }
  }
  throw failed('malformed', 'the model broke off before the end of its reply')
}

function wireOf(text: string): Wire {
  const value = jsonOf(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw failed('malformed', 'the model sent something that is not a JSON object')
  if ('error' in value && value.error !== null) throw failed('refused', 'the model reported an error')
  return value as Wire
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const failed = (kind: FailureKind, message: string, status: number | null = null): ModelFailed =>
  new ModelFailed(kind, message, status)
