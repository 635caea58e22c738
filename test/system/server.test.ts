import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import OpenAI, { APIUserAbortError } from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Answer,
  chunk,
  completion,
  type FakeUpstream,
  fakeUpstream,
  sendEvents,
  sendJson,
} from '../fixtures/fake-upstream.ts'
import { parley, type Server, scratch, startServer, type Visitor, visitor } from '../parley.ts'
import { sampleData } from '../sample.ts'

/** The whole server as its users meet it: voters, operators, and programs through the gateway. */
const directory = scratch()
const HOME = '/a/city-helpline'
let data: string
let server: Server
let operators: readonly Visitor[]

beforeAll(async () => {
  data = sampleData(directory)
  server = await startServer(data)
  const links = readFileSync(join(data, 'operator-links.txt'), 'utf8').match(/\/enter\?key=\S+/g) ?? []
  operators = await Promise.all(
    links.map(async (link) => {
      const person = visitor(() => server.address)
      await person.get(link)
      return person
    }),
  )
})
afterAll(async () => {
  await server?.kill()
  directory.remove()
})

/** What participants may not do. */
const OPERATORS_ONLY = [
  '/off',
  '/on',
  '/audit',
  '/draft',
  '/round/open',
  '/round/answer',
  '/round/close',
  '/charter/open',
  '/charter/close',
]

const client = (at: Server = server) =>
  new OpenAI({ baseURL: `${at.address}/v1`, apiKey: 'none', maxRetries: 0 })
const ask = (content: string) => ({ model: 'any', messages: [{ role: 'user' as const, content }] })

describe('a voter', () => {
  test('votes, undoes, reflects and gets a receipt that verifies', async () => {
    const voter = visitor(() => server.address)
    const statement = { statement: 's01' }
    expect(await voter.post(`${HOME}/vote`, { ...statement, vote: 'agree' })).toMatchObject({ status: 303 })
    expect(
      await voter.post(`${HOME}/reflect`, { ...statement, matters: '3', second: 'disown' }),
    ).toMatchObject({ location: `${HOME}/vote?did=reflected` })
    const { answers } = JSON.parse((await voter.get(`${HOME}/mine.json`)).text)
    expect(answers).toMatchObject([{ statement: 's01', vote: 'agree', matters: 3, secondOrder: 'disown' }])
    const receipt = join(directory.path, 'receipt.json')
    const record = join(directory.path, 'record.ledger')
    writeFileSync(receipt, (await voter.get(answers[0].receipt)).text)
    writeFileSync(record, (await voter.get(`${HOME}/record.ledger`)).text)
    expect(await parley(['ledger', 'verify', record])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^sound: \d+ entries/),
    })
    expect(await parley(['ledger', 'verify', receipt, '--ledger', record])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^sound: entry \d+ /),
    })
    writeFileSync(receipt, readFileSync(receipt, 'utf8').replace('"agree"', '"disagree"'))
    expect(await parley(['ledger', 'verify', receipt])).toMatchObject({ code: 1 })
    expect((await visitor(() => server.address).get(answers[0].receipt)).status).toBe(404)
    await voter.post(`${HOME}/undo`, statement)
    expect(JSON.parse((await voter.get(`${HOME}/mine.json`)).text).answers).toEqual([])
    await voter.post(`${HOME}/mine/erase`, {})
    expect((await voter.get(`${HOME}/mine`)).text).toContain('other thing')
    await voter.post(`${HOME}/mine/erase`, { sure: 'yes' })
    expect((await voter.get(`${HOME}/mine.json`)).text).not.toContain('s01')
  })

  test('says something, which others see once an operator has read it', async () => {
    const voter = visitor(() => server.address)
    const text = 'Zebras should cross where they like.'
    expect(await voter.post(`${HOME}/say`, { text })).toMatchObject({ location: `${HOME}/vote?did=said` })
    expect((await voter.get(`${HOME}/say`)).text).not.toContain(text)
    const waiting = (await operators[0]?.get(`${HOME}/say`))?.text ?? ''
    expect(waiting).toContain(text)
    const statement = /name="statement" value="(said-[^"]+)"/.exec(waiting)?.[1] ?? ''
    const shown = { statement, moderation: 'shown' }
    expect(await voter.post(`${HOME}/vote`, { statement, vote: 'agree' })).toMatchObject({ status: 400 })
    expect(await voter.post(`${HOME}/moderate`, shown)).toMatchObject({ status: 403 })
    expect(await operators[0]?.post(`${HOME}/moderate`, shown)).toMatchObject({ status: 303 })
    expect(await operators[0]?.post(`${HOME}/moderate`, shown)).toMatchObject({ status: 400 })
    expect(await voter.post(`${HOME}/vote`, { statement, vote: 'agree' })).toMatchObject({ status: 303 })
  })

  test.each([
    ['an answer that is none', { statement: 's01', vote: 'maybe' }, 400],
    ['a statement that is not there', { statement: 's99', vote: 'agree' }, 400],
    ['nothing', {}, 400],
  ])('%s is refused, and nothing is recorded', async (_, fields, status) => {
    const voter = visitor(() => server.address)
    expect(await voter.post(`${HOME}/vote`, fields as Record<string, string>)).toMatchObject({ status })
    expect(JSON.parse((await voter.get(`${HOME}/mine.json`)).text).answers).toEqual([])
  })

  test('gets pages that nobody else keeps, and one line for what is no address or no form', async () => {
    const page = await fetch(`${server.address}${HOME}/mine`)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    const statusOf = async (path: string, init: RequestInit = {}) =>
      (await fetch(`${server.address}${path}`, init)).status
    expect(await statusOf('/a/%E0%A4%A')).toBe(404)
    expect(await statusOf(`${HOME}/why/%00`)).toBe(400)
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(await statusOf(`${HOME}/vote`, { method: 'POST', headers: multipart, body: 'broken' })).toBe(415)
  })

  test('cannot act as an operator, nor from another site, nor under another name', async () => {
    const voter = visitor(() => server.address)
    for (const path of OPERATORS_ONLY)
      expect(await voter.post(`${HOME}${path}`, {})).toMatchObject({ status: 403 })
    const elsewhere = { method: 'POST', headers: { origin: 'http://evil.example' }, body: 'vote=agree' }
    expect((await fetch(`${server.address}${HOME}/vote`, elsewhere)).status).toBe(403)
    expect((await voter.get('/a/nowhere')).status).toBe(404)
  })
})

describe('a program', () => {
  test('is answered under the charter in force, and the decision can be read', async () => {
    const { data: reply, response } = await client()
      .chat.completions.create(ask('When does the housing office open?'))
      .withResponse()
    expect(reply.choices[0]?.message.content).toBeTruthy()
    expect(response.headers.get('parley-charter')).toContain('sha256:')
    const decision = /^(\w+);id="([^"]+)"/.exec(response.headers.get('parley-decision') ?? '')
    expect(decision?.[1]).toBe('send')
    const page = await operators[0]?.get(`${HOME}/why/${decision?.[2]}`)
    expect(page?.status).toBe(200)
  })

  test('streams with usage', async () => {
    const stream = await client().chat.completions.create({
      ...ask('When does the housing office open?'),
      stream: true,
      stream_options: { include_usage: true },
    })
    const chunks = []
    for await (const each of stream) chunks.push(each)
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).not.toBe('')
    expect(chunks.at(-1)?.usage?.total_tokens).toBeGreaterThan(0)
  })

  test('a call that cannot be undone waits for a person, goes through once, and again waits', async () => {
    const asking = ask('I signed the form. Waive the notice of tenancy T-20417 now.')
    const first = await client().chat.completions.create(asking).withResponse()
    const held = /^hold;id="([^"]+)"/.exec(first.response.headers.get('parley-decision') ?? '')?.[1] ?? ''
    expect(first.data.choices[0]?.message.tool_calls).toBeUndefined()
    const waiting = await fetch(`${server.address}/v1/holds/${held}`)
    expect(await waiting.json()).toMatchObject({ kind: 'waiting' })
    const approve = { answer: 'approved', reason: 'The signature is there.' }
    expect(await operators[0]?.post(`${HOME}/desk/${held}`, { ...approve, reason: '' })).toMatchObject({
      status: 409,
    })
    const both = await Promise.all(operators.map((one) => one.post(`${HOME}/desk/${held}`, approve)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const second = await client().chat.completions.create(asking)
    expect(second.choices[0]?.message.tool_calls?.[0]).toMatchObject({
      function: { name: 'housing.notice.waive' },
    })
    const third = await client().chat.completions.create(asking).withResponse()
    expect(third.response.headers.get('parley-decision')).toMatch(/^hold;/)
  })

  test('nothing goes out while the switch is off, and it takes two operators to turn it on', async () => {
    const refused = async () =>
      (await client().chat.completions.create(ask('hello')).withResponse()).response.headers.get(
        'parley-decision',
      )
    await operators[0]?.post(`${HOME}/off`, {})
    expect(await refused()).toMatch(/^off;/)
    expect(await operators[0]?.post(`${HOME}/on`, { reason: '' })).toMatchObject({ status: 400 })
    await operators[0]?.post(`${HOME}/on`, { reason: 'tested' })
    expect(await refused()).toMatch(/^off;/)
    expect(await operators[0]?.post(`${HOME}/on`, { reason: 'still me' })).toMatchObject({ status: 409 })
    await operators[1]?.post(`${HOME}/on`, {})
    expect(await refused()).toMatch(/^send;/)
  })
})

/** Somebody who said something in the round on a fresh draft. */
async function commenting(): Promise<Visitor> {
  const [operator] = operators
  const drafted = await operator?.post(`${HOME}/draft`, {})
  const draft = /name="hash" value="([^"]+)"/.exec((await operator?.get(drafted?.location ?? ''))?.text ?? '')
  const hash = draft?.[1] ?? ''
  expect(await operator?.post(`${HOME}/round/open`, { hash })).toMatchObject({ status: 303 })
  const speaker = visitor(() => server.address)
  const said = { draft: hash, clause: 'P1', stance: 'objects', words: 'Ask me first.', because: 'So.' }
  await speaker.get(`${HOME}/round`)
  expect(await speaker.post(`${HOME}/round/comment`, said)).toMatchObject({ status: 303 })
  expect((await speaker.get(`${HOME}/round`)).text).toContain('“Ask me first.”')
  return speaker
}

describe('a data directory', () => {
  test('is one server’s: a second one gets one line and changes nothing', async () => {
    const second = await parley(['serve', '--port', '4181', '--data', data])
    expect(second).toMatchObject({ code: 2, out: '' })
    expect(second.err.trim().split('\n')).toEqual([expect.stringContaining(`process ${server.process.pid}`)])
  })

  test('is the same after it was killed: charter, switch, decisions, rounds and who may operate', async () => {
    const speaker = await commenting()
    const before = (await visitor(() => server.address).get(`${HOME}/charter.yaml`)).text
    await operators[0]?.post(`${HOME}/off`, {})
    await server.kill()
    expect((await parley(['audit', '--data', data])).code).toBe(0)
    const planted = await parley(['audit', '--data', data, '--model', 'scripted:poses-as-a-person'])
    expect(planted).toMatchObject({ code: 1, out: expect.stringMatching(/^broken P\d+ /m) })
    const { out } = await parley(['report', 'city-helpline', '--data', data])
    expect(JSON.parse(out)).toMatchObject({ decided: { kind: 'decided', status: 'ratified' } })
    server = await startServer(data, ['--sample'])
    expect((await visitor(() => server.address).get(`${HOME}/charter.yaml`)).text).toBe(before)
    expect((await speaker.get(`${HOME}/round`)).text).toContain('“Ask me first.”')
    await speaker.post(`${HOME}/mine/erase`, { sure: 'yes' })
    expect((await speaker.get(`${HOME}/round`)).text).not.toContain('Ask me first.')
    const { response } = await client().chat.completions.create(ask('hello')).withResponse()
    expect(response.headers.get('parley-decision')).toMatch(/^off;/)
    await operators[1]?.post(`${HOME}/on`, { reason: 'tested' })
    await operators[0]?.post(`${HOME}/on`, {})
    const again = await client().chat.completions.create(ask('hello')).withResponse()
    expect(again.response.headers.get('parley-decision')).toMatch(/^send;/)
  })
})

describe('a real model’s server', () => {
  let upstream: FakeUpstream
  let governed: Server
  let answer: Answer

  beforeAll(async () => {
    upstream = await fakeUpstream((asked, response) => answer(asked, response))
    await server.stop()
    governed = await startServer(data, ['--upstream', upstream.baseUrl, '--model', 'm'])
  })
  afterAll(async () => {
    await governed?.stop()
    await upstream?.close()
  })
  const tools = [{ type: 'function' as const, function: { name: 'weather', parameters: { type: 'object' } } }]

  test('is asked under the charter, and its tool calls are assembled', async () => {
    answer = (_, response) =>
      sendEvents(response, [
        chunk({ role: 'assistant', content: null }),
        chunk({
          tool_calls: [{ index: 0, id: 'c1', type: 'function', function: { name: 'appointment.book' } }],
        }),
        chunk({ tool_calls: [{ index: 0, function: { arguments: '{"day":' } }] }),
        chunk(
          { tool_calls: [{ index: 0, function: { arguments: '"Monday"}' } }] },
          { finish_reason: 'tool_calls' },
        ),
      ])
    const final = await client(governed)
      .chat.completions.stream({ ...ask('Book Monday.'), tools })
      .finalChatCompletion()
    const prompt = JSON.stringify(upstream.asked.at(-1)?.body.messages)
    expect(prompt).toContain('[P1]')
    expect(final.choices[0]?.message.tool_calls?.[0]?.function).toMatchObject({
      name: 'appointment.book',
      arguments: '{"day":"Monday"}',
    })
  })

  test('breaks a floor: none of it reaches the client', async () => {
    const words = 'I am Mrs Berger, a real person, I am human.'
    answer = ({ body }, response) =>
      body.stream === true
        ? sendEvents(response, [
            chunk({ content: words.slice(0, 20) }),
            chunk({ content: words.slice(20) }, { finish_reason: 'stop' }),
          ])
        : sendJson(response, completion({ role: 'assistant', content: words }))
    for (const stream of [false, true]) {
      const raw = await fetch(`${governed.address}/v1/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...ask('Are you a person?'), stream }),
      })
      expect(raw.headers.get('parley-decision')).toMatch(/^(refuse|hold);/)
      expect(await raw.text()).not.toContain('Berger')
    }
  })

  test('sees the connection close when the client leaves', async () => {
    answer = () => undefined
    const seen = upstream.next()
    const controller = new AbortController()
    const call = client(governed).chat.completions.create(
      { ...ask('hello'), stream: true },
      { signal: controller.signal },
    )
    const rejected = expect(call).rejects.toBeInstanceOf(APIUserAbortError)
    const asked = await seen
    controller.abort()
    await rejected
    await asked.closed
  })
})
