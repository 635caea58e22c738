import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import {
  type Answer,
  chunk,
  completion,
  type FakeUpstream,
  fakeUpstream,
  sendEvents,
  sendJson,
  serving,
} from '../../../test/fixtures/fake-upstream.ts'
import { CASE_SCRIPT, modelCase } from './model.case.ts'
import type { Wire } from './model.ts'
import { type BoundKey, keyFromEnvironment, openAiCompatible, UPSTREAM_LIMITS } from './openai-compatible.ts'
import { answerOf } from './script.ts'
import { scripted } from './scripted.ts'

modelCase('openai-compatible', async () => {
  const upstream = await fakeUpstream(serving(scripted((messages) => answerOf(CASE_SCRIPT, messages))))
  const model = openAiCompatible({ baseUrl: upstream.baseUrl, key: null, limits: UPSTREAM_LIMITS })
  return { model, close: () => Promise.all([model.close(), upstream.close()]).then(() => {}) }
})

let upstream: FakeUpstream | null = null
afterEach(async () => {
  await upstream?.close()
  upstream = null
})

const asking = async (
  answer: Answer,
  over: { key?: BoundKey | null; limits?: Partial<typeof UPSTREAM_LIMITS> } = {},
) => {
  upstream = await fakeUpstream(answer)
  const limits = { ...UPSTREAM_LIMITS, ...over.limits }
  return openAiCompatible({ baseUrl: upstream.baseUrl, key: over.key ?? null, limits })
}

const ask: Wire = { model: 'm', messages: [{ role: 'user', content: 'hi' }] }
const open = () => new AbortController().signal
const fine = (response: Parameters<Answer>[1]) =>
  sendJson(response, completion({ role: 'assistant', content: 'ok' }))
const streamed = async (
  model: { stream: (request: Wire, signal: AbortSignal) => AsyncIterable<Wire> },
  signal = open(),
) => {
  const chunks: Wire[] = []
  for await (const each of model.stream({ ...ask, stream: true }, signal)) chunks.push(each)
  return chunks
}

describe('what a model’s server may do', () => {
  test.each<[string, string, Answer]>([
    [
      'redirect',
      'refused',
      (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    [
      'answer with an error',
      'refused',
      (_, response) => sendJson(response, { error: { message: 'secret' } }, 500),
    ],
    [
      'report an error with status 200',
      'refused',
      (_, response) => sendJson(response, { error: { message: 'x' } }),
    ],
    [
      'compress',
      'malformed',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{}')),
    ],
    ['send no JSON', 'malformed', (_, response) => response.end('hello')],
    ['send a list', 'malformed', (_, response) => response.end('[]')],
    [
      'send other bytes than UTF-8',
      'malformed',
      (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22])),
    ],
    ['hang up', 'unreachable', (_, response) => response.destroy()],
    [
      'hang up half way',
      'unreachable',
      (_, response) => response.write('{"choices":', () => response.destroy()),
    ],
  ])('%s: that is a failure (%s), whole or streamed', async (_, kind, answer) => {
    const model = await asking(answer)
    await expect(model.complete(ask, open())).rejects.toMatchObject({ name: 'ModelFailed', kind })
    await expect(streamed(model)).rejects.toMatchObject({ name: 'ModelFailed' })
  })

  test('nothing of what it wrote about a failure is repeated', async () => {
    const model = await asking((_, response) => sendJson(response, { error: { message: 'canary' } }, 500))
    await expect(model.complete(ask, open())).rejects.not.toThrow(/canary/)
  })

  test('nobody listening is a failure', async () => {
    const model = openAiCompatible({ baseUrl: 'http://127.0.0.1:9/v1', key: null, limits: UPSTREAM_LIMITS })
    await expect(model.complete(ask, open())).rejects.toMatchObject({ kind: 'unreachable' })
  })

  test.each<[string, string, Answer]>([
    [
      'break off without [DONE]',
      'malformed',
      (_, response) => sendEvents(response, [chunk({ content: 'a' })], ''),
    ],
    [
      'report an error in an event',
      'refused',
      (_, response) => sendEvents(response, [{ error: { message: 'x' } }]),
    ],
    [
      'send an event that is no JSON',
      'malformed',
      (_, response) => sendEvents(response, [], 'data: {"a"\n\ndata: [DONE]\n\n'),
    ],
  ])('%s in a stream: that is a failure (%s)', async (_, kind, answer) => {
    await expect(streamed(await asking(answer))).rejects.toMatchObject({ kind })
  })

  test('what comes after [DONE] is not read', async () => {
    const end = `data: [DONE]\n\ndata: ${JSON.stringify(chunk({ content: 'late' }))}\n\n`
    expect(
      await streamed(await asking((_, response) => sendEvents(response, [chunk({ content: 'a' })], end))),
    ).toHaveLength(1)
  })

  test('comments, event names and ids are not part of a reply', async () => {
    const body = `: canary\n\nevent: canary\nid: canary\ndata: ${JSON.stringify(chunk({ content: 'a' }))}\n\ndata: [DONE]\n\n`
    const chunks = await streamed(await asking((_, response) => sendEvents(response, [], body)))
    expect(JSON.stringify(chunks)).not.toContain('canary')
  })
})

describe('limits', () => {
  const long = (_: unknown, response: Parameters<Answer>[1]) =>
    sendEvents(
      response,
      Array.from({ length: 50 }, () => chunk({ content: 'x'.repeat(100) })),
    )

  test('too many bytes', async () => {
    const model = await asking(long, { limits: { bytes: 1000 } })
    await expect(streamed(model)).rejects.toMatchObject({ kind: 'too-large' })
    await expect(model.complete(ask, open())).rejects.toMatchObject({ kind: 'too-large' })
  })

  test('too many events', async () => {
    await expect(streamed(await asking(long, { limits: { events: 49 } }))).rejects.toMatchObject({
      kind: 'too-large',
    })
    expect(await streamed(await asking(long, { limits: { events: 50 } }))).toHaveLength(50)
  })

  test('too much time: a server that never answers, and one that never ends', async () => {
    const limits = { milliseconds: 100 }
    await expect((await asking(() => {}, { limits })).complete(ask, open())).rejects.toMatchObject({
      kind: 'timeout',
    })
    const endless: Answer = (_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write(`data: ${JSON.stringify(chunk({ content: 'a' }))}\n\n`)
    }
    const model = await asking(endless, { limits })
    const seen = upstream?.next()
    await expect(streamed(model)).rejects.toMatchObject({ kind: 'timeout' })
    await (await seen)?.closed
  })
})

describe('aborting', () => {
  test.each(['complete', 'stream'] as const)('%s closes the connection to the server', async (how) => {
    const model = await asking(() => {})
    const seen = upstream?.next()
    const controller = new AbortController()
    const reason = new Error('the client left')
    const call =
      how === 'complete' ? model.complete(ask, controller.signal) : streamed(model, controller.signal)
    const rejected = expect(call).rejects.toBe(reason)
    const asked = await seen
    controller.abort(reason)
    await rejected
    await asked?.closed
  })
})

describe('the key', () => {
  test('goes to its own origin, and the request goes whole', async () => {
    const model = await asking((_, response) => fine(response))
    const key = { origin: new URL(upstream?.baseUrl ?? '').origin, value: 'sk-1' }
    const keyed = openAiCompatible({ baseUrl: `${upstream?.baseUrl}/`, key, limits: UPSTREAM_LIMITS })
    await keyed.complete({ ...ask, odd: { field: 1 } }, open())
    await model.complete(ask, open())
    expect(upstream?.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/v1/chat/completions', 'Bearer sk-1'],
      ['/v1/chat/completions', undefined],
    ])
    expect(upstream?.asked[0]?.body).toEqual({ ...ask, odd: { field: 1 } })
  })

  test('and to no other', () => {
    const key = keyFromEnvironment({ PARLEY_UPSTREAM_KEY: 'sk-1' }, 'https://a.example/v1')
    expect(key).toEqual({ origin: 'https://a.example', value: 'sk-1' })
    expect(() => openAiCompatible({ baseUrl: 'https://b.example/v1', key, limits: UPSTREAM_LIMITS })).toThrow(
      'the key is for https://a.example, and is not sent to https://b.example',
    )
  })

  test('none in the environment is none', () => {
    expect(keyFromEnvironment({}, 'https://a.example')).toBeNull()
    expect(keyFromEnvironment({ PARLEY_UPSTREAM_KEY: '' }, 'https://a.example')).toBeNull()
  })
})
