import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import OpenAI, { APIError, APIUserAbortError } from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { charterOf, floorOf, forbids } from '../../../test/fixtures/charter.ts'
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
import { CANARY, fixtureDeps } from '../../../test/fixtures/gateway.ts'
import { spellings } from '../../govern/index.ts'
import { answerOf, type Model, type Script, scripted } from '../../io/models/index.ts'
import { openAiCompatible, UPSTREAM_LIMITS } from '../../io/models/openai-compatible.ts'
import type { GatewayDeps } from './deps.ts'
import { gateway } from './gateway.ts'

/** The gateway on a real port, before a real client, over the scripted model or a server that misbehaves. */
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const listen = async (over: Parameters<typeof fixtureDeps>[0] = {}) => {
  const deps = fixtureDeps(over)
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: gateway(deps).fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started),
    ) as Server
  })
  closing.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return { deps, baseURL, client: new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0 }) }
}

const over = async (answer: Answer, more: Partial<GatewayDeps> = {}) => {
  const upstream: FakeUpstream = await fakeUpstream(answer)
  const model = openAiCompatible({ baseUrl: upstream.baseUrl, key: null, limits: UPSTREAM_LIMITS })
  closing.push(
    () => upstream.close(),
    () => model.close(),
  )
  return { upstream, ...(await listen({ ...more, model })) }
}

const SCRIPT: Script = {
  rules: [
    {
      when: [{ looksAt: 'request', pattern: 'weather' }],
      reply: { text: '', toolCalls: [{ name: 'weather', arguments: '{"city":"Zürich"}' }] },
    },
    { when: [{ looksAt: 'request', pattern: 'bad' }], reply: { text: `This is ${CANARY}.`, toolCalls: [] } },
    {
      when: [{ looksAt: 'request', pattern: 'pay' }],
      reply: { text: '', toolCalls: [{ name: 'pay', arguments: '{}' }] },
    },
  ],
  otherwise: { text: 'Good morning, Ana. 早上好', toolCalls: [] },
}
const model: Model = scripted((messages) => answerOf(SCRIPT, messages))

const ask = (content: string) => ({ model: 'any', messages: [{ role: 'user' as const, content }] })
const tools = [{ type: 'function' as const, function: { name: 'weather', parameters: { type: 'object' } } }]

// The scripted model in the process, and the same model behind a server: what a client sees is the same.
describe.each([
  ['in the process', () => listen({ model })],
  ['behind a server', () => over(serving(model))],
])('a client, with the scripted model %s', (_, start) => {
  test('creates', async () => {
    const { client, deps } = await start()
    const { data, response } = await client.chat.completions.create(ask('hello')).withResponse()
    expect(data.choices[0]?.message.content).toBe('Good morning, Ana. 早上好')
    expect(response.headers.get('parley-decision')).toContain(`send;id="${deps.kept.records[0]?.record.id}"`)
  })

  test('streams, with usage', async () => {
    const { client } = await start()
    const stream = await client.chat.completions.create({
      ...ask('hello'),
      stream: true,
      stream_options: { include_usage: true },
    })
    const chunks = []
    for await (const each of stream) chunks.push(each)
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(
      'Good morning, Ana. 早上好',
    )
    expect(chunks.length).toBeGreaterThan(3)
    expect(chunks.at(-1)?.usage?.total_tokens).toBeGreaterThan(0)
  })

  test('assembles a tool call from its fragments', async () => {
    const { client } = await start()
    const final = await client.chat.completions.stream({ ...ask('weather?'), tools }).finalChatCompletion()
    expect(final.choices[0]?.message.tool_calls?.[0]).toMatchObject({
      function: { name: 'weather', arguments: '{"city":"Zürich"}' },
    })
    expect(final.choices[0]?.finish_reason).toBe('tool_calls')
  })

  test.each([
    ['bad', 'refuse', 'P1: “Some words are never said.”'],
    ['pay', 'hold', 'a person approves what cannot be undone: pay'],
  ])('sees %s as %s, whole and streamed, with the reason in words', async (content, kind, says) => {
    const { client, deps } = await start()
    const { data, response } = await client.chat.completions.create(ask(content)).withResponse()
    expect(response.headers.get('parley-decision')).toMatch(new RegExp(`^${kind};`))
    expect(data.choices[0]?.finish_reason).toBe('content_filter')
    expect(data.choices[0]?.message.content).toContain(says)
    expect(data.choices[0]?.message.tool_calls).toBeUndefined()

    const raw = await client.chat.completions.create({ ...ask(content), stream: true })
    const chunks = []
    for await (const each of raw) chunks.push(each)
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toContain(says)
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('content_filter')
    const helped = await client.chat.completions.stream({ ...ask(content), n: 2 }).finalChatCompletion()
    expect(helped.choices.map(({ finish_reason }) => finish_reason)).toEqual([
      'content_filter',
      'content_filter',
    ])
    expect(deps.kept.records.map(({ record }) => record.kind)).toEqual([kind, kind, kind])
  })

  test('runs tools to the end', async () => {
    const { client } = await start()
    const runner = client.chat.completions.runTools({
      ...ask('what is it like outside?'),
      tools: [
        {
          type: 'function',
          function: {
            name: 'weather',
            parameters: { type: 'object' },
            function: () => 'sunny',
            parse: JSON.parse,
            description: 'w',
          },
        },
      ],
    })
    expect(await runner.finalContent()).toBe('Good morning, Ana. 早上好')
  })

  test('lists the models', async () => {
    const { client } = await start()
    const { data } = await client.models.list()
    expect(data).toHaveLength(1)
  })
})

describe('a client that leaves', () => {
  test.each([
    'before the model says anything',
    'while the gateway keeps the stream back',
    'without a stream',
  ] as const)('%s: the model’s server sees the connection close', async (when) => {
    const answer: Answer = (_, response) => {
      if (when !== 'while the gateway keeps the stream back') return
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`data: ${JSON.stringify(chunk({ content: 'kept back' }))}\n\n`)
    }
    const { upstream, client, deps } = await over(answer)
    const seen = upstream.next()
    const controller = new AbortController()
    const call = client.chat.completions.create(
      { ...ask('hello'), stream: when !== 'without a stream' },
      { signal: controller.signal },
    )
    const rejected = expect(call).rejects.toBeInstanceOf(APIUserAbortError)
    const asked = await seen
    controller.abort()
    await rejected
    await asked.closed
    expect(deps.kept.records).toEqual([])
  })
})

describe('a model’s server that fails', () => {
  const failing = async (answer: Answer, more: Partial<GatewayDeps> = {}) => {
    const { client, deps } = await over(answer, more)
    const outcomes = []
    for (const stream of [false, true]) {
      const error = await Promise.resolve(client.chat.completions.create({ ...ask('hello'), stream })).catch(
        (thrown) => thrown,
      )
      expect(error).toBeInstanceOf(APIError)
      expect(String(error)).not.toContain(CANARY)
      outcomes.push({ status: error.status, code: error.code })
    }
    expect(deps.kept.records).toEqual([])
    return outcomes
  }

  test('an error of its own, whose words stay there', async () => {
    const outcomes = await failing((_, response) => sendJson(response, { error: { message: CANARY } }, 500))
    expect(outcomes).toEqual(Array(2).fill({ status: 502, code: 'model_refused' }))
  })

  test('a stream that breaks off is an error, not a short answer', async () => {
    const outcomes = await failing((_, response) => sendEvents(response, [chunk({ content: 'half' })], ''))
    expect(outcomes[1]).toEqual({ status: 502, code: 'model_malformed' })
  })

  test('a server that hangs is a timeout', async () => {
    const limits = { ...fixtureDeps().limits, milliseconds: 100 }
    expect(await failing(() => {}, { limits })).toEqual(Array(2).fill({ status: 504, code: 'model_timeout' }))
  })
})

test('a record that fails: the client gets an error and none of the answer', async () => {
  const { baseURL } = await listen({ model, record: () => Promise.reject(new Error('disk full')) })
  for (const stream of [false, true]) {
    const response = await fetch(`${baseURL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...ask('hello'), stream }),
    })
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('Good')
  }
})

test('a pattern made to hang engines delays nobody', async () => {
  const charter = charterOf({ principles: [floorOf('P1', 'A trap.', forbids('^(a+)+$'))] })
  const { client } = await listen({
    charter,
    model: scripted(() => ({ text: `${'a'.repeat(50_000)}!`, toolCalls: [] })),
  })
  const { choices } = await client.chat.completions.create(ask('hello'))
  expect(choices[0]?.message.content).toHaveLength(50_001)
})

/** Where a word can stand in a reply: the same places whole and in chunks. */
const PLACES: Readonly<Record<string, (text: string) => Record<string, unknown>>> = {
  content: (text) => ({ message: { content: text } }),
  'a part of the content': (text) => ({ message: { content: [{ type: 'text', text }] } }),
  'choice 1': (text) => ({ message: { content: text }, index: 1 }),
  refusal: (text) => ({ message: { content: null, refusal: text } }),
  reasoning: (text) => ({ message: { content: 'ok', reasoning_content: text } }),
  'tool arguments': (text) => ({
    message: {
      content: null,
      tool_calls: [
        {
          index: 0,
          id: 'c',
          type: 'function',
          function: { name: 'weather', arguments: text },
        },
      ],
    },
  }),
  'a tool name': (text) => ({
    message: {
      content: null,
      tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: text, arguments: '{}' } }],
    },
  }),
  'the older tool call': (text) => ({
    message: { content: null, function_call: { name: 'weather', arguments: text } },
  }),
  'log probabilities': (text) => ({
    message: { content: 'ok' },
    logprobs: { content: [{ token: text, logprob: -1 }] },
  }),
  'an unknown field of the message': (text) => ({ message: { content: 'ok', x_extra: { deep: [text] } } }),
  'an unknown field of the reply': (text) => ({ message: { content: 'ok' }, over: { x_extra: text } }),
  'the name of a field': (text) => ({ message: { content: 'ok', [text]: 1 } }),
  'the id': (text) => ({ message: { content: 'ok' }, over: { id: text } }),
}

const DISGUISES: Readonly<Record<string, readonly string[]>> = {
  'as it is': [`say ${CANARY} now`],
  'split in two': ['say for', 'bidden now'],
  'letter by letter': [...CANARY],
  'with invisible characters': ['say for\u200bbid\u00adden now'],
  'in full width': ['say ｆｏｒｂｉｄｄｅｎ now'],
  'in bold': ['say 𝐟𝐨𝐫𝐛𝐢𝐝𝐝𝐞𝐧 now'],
  'with accents': ['say fórbíddén now'],
  'in capitals': ['say FORBIDDEN now'],
  'behind escapes': ['say f\\u006frbidden now'],
  'in base64': [Buffer.from(`say ${CANARY} now`).toString('base64')],
}

/** Split texts stay split where a field can be split; where it cannot, the pieces stand in one text. */
function partsOf(
  place: string,
  pieces: readonly string[],
  how: 'whole' | 'chunks',
): readonly Record<string, unknown>[] {
  const build = PLACES[place] as (text: string) => Record<string, unknown>
  const texts =
    how === 'chunks' && place !== 'the name of a field' && place !== 'the id' ? pieces : [pieces.join('')]
  return texts.map((text) => {
    const { message, index = 0, logprobs, over: top } = build(text) as Record<string, unknown>
    const choice = { index, logprobs, finish_reason: null, [how === 'whole' ? 'message' : 'delta']: message }
    const first = index === 1 && how === 'whole' ? [{ index: 0, message: { content: 'ok' } }] : []
    return {
      ...(how === 'whole' ? completion({}) : chunk({})),
      choices: [...first, choice],
      ...(top as object | undefined),
    }
  })
}

describe('the bypass matrix: no disguise in no place gets through', () => {
  const cells = Object.keys(PLACES).flatMap((place) =>
    Object.keys(DISGUISES).map((disguise) => [place, disguise] as const),
  )
  let now: readonly Record<string, unknown>[] = []
  const answer: Answer = ({ body }, response) =>
    body.stream === true ? sendEvents(response, now) : sendJson(response, now[0])

  test.each(['whole', 'chunks'] as const)(`%s: ${cells.length} cells`, async (how) => {
    const { baseURL } = await over(answer)
    const leaks: string[] = []
    for (const [place, disguise] of cells) {
      now = partsOf(place, DISGUISES[disguise] ?? [], how)
      const response = await fetch(`${baseURL}/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...ask('hello'), n: 2, stream: how === 'chunks' }),
      })
      const text = await response.text()
      const leaked = spellings(text).some((reading) => reading.toLowerCase().includes(CANARY))
      if (leaked || !response.headers.get('parley-decision')?.startsWith('refuse'))
        leaks.push(`${place}, ${disguise}`)
    }
    expect(leaks).toEqual([])
  })

  test('and without the word the same replies go out', async () => {
    const { client } = await over(answer)
    for (const place of Object.keys(PLACES).filter((each) => each !== 'a tool name')) {
      now = partsOf(place, ['harmless'], 'whole')
      const { response } = await client.chat.completions.create({ ...ask('hello'), n: 2 }).withResponse()
      expect([place, response.headers.get('parley-decision')?.split(';')[0]]).toEqual([place, 'send'])
    }
  })
})
