import { describe, expect, test } from 'vitest'
import { always, charterOf, dialOf, floorOf, forbids, requires } from '../../../test/fixtures/charter.ts'
import { completion } from '../../../test/fixtures/fake-upstream.ts'
import { CANARY, fixtureDeps } from '../../../test/fixtures/gateway.ts'
import { callDigest, decisionRecordSchema } from '../../govern/index.ts'
import { type Model, ModelFailed, scripted, type Wire } from '../../io/models/index.ts'
import { hex, sha256, utf8, type Verdict } from '../../kernel/index.ts'
import type { GatewayDeps } from './deps.ts'
import { gateway } from './gateway.ts'

const ask = (over: Record<string, unknown> = {}) => ({
  model: 'm',
  messages: [{ role: 'user', content: 'hi' }],
  ...over,
})

const post = (deps: GatewayDeps, body: unknown = ask(), headers: Record<string, string> = {}) =>
  gateway(deps).request('/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** A model that gives this reply, whatever it is asked, and the requests it saw. */
const replying = (reply: Wire | (() => Promise<Wire>), name = 'fake') => {
  const asked: Wire[] = []
  const model: Model = {
    name,
    scripted: false,
    complete: async (request) => {
      asked.push(request)
      return typeof reply === 'function' ? reply() : reply
    },
    async *stream() {},
  }
  return { model, asked }
}

const saying = (text: string) => scripted(() => ({ text, toolCalls: [] }))
const calling = (name: string, args = '{}') =>
  scripted(() => ({ text: '', toolCalls: [{ name, arguments: args }] }))
const bodyOf = async (response: Response) => (await response.json()) as Record<string, never> & Wire
const textOf = async (response: Response) => {
  const { choices } = await bodyOf(response)
  return (choices as unknown as { message: { content: string }; finish_reason: string }[])[0]
}

describe('what is sent', () => {
  test('goes out as it was examined, marked with charter, decision and model', async () => {
    const deps = fixtureDeps({ model: saying('Good morning.') })
    const response = await post(deps)
    const text = await response.text()
    const [{ record, contents } = expect.fail('nothing recorded')] = deps.kept.records
    expect(response.status).toBe(200)
    expect(response.headers.get('parley-charter')).toBe(record.charter)
    expect(response.headers.get('parley-decision')).toBe(`send;id="${record.id}";clauses="P1"`)
    expect(JSON.parse(text).choices[0].message.content).toBe('Good morning.')
    expect(JSON.parse(text).parley).toEqual({
      id: record.id,
      kind: 'send',
      charter: record.charter,
      model: 'parley-scripted',
      scripted: true,
    })
    expect(contents.reply).toBe(text)
  })

  test('the record’s digests are those of the contents, salted', async () => {
    const deps = fixtureDeps()
    const sent = await (await post(deps)).text()
    const [{ record, contents } = expect.fail('nothing recorded')] = deps.kept.records
    const salted = (text: string) => `sha256:${hex(sha256(utf8(contents.salt), utf8(text)))}`
    expect(record.reply).toBe(salted(sent))
    expect(record.request).toBe(salted(JSON.stringify(ask())))
    expect(decisionRecordSchema.parse(record)).toEqual(record)
  })

  test('a mark that comes from the model is replaced, and neither sent nor examined', async () => {
    const { model } = replying({
      ...completion({ content: 'hi' }),
      parley: { kind: CANARY, scripted: false },
    } as Wire)
    const response = await post(fixtureDeps({ model }))
    expect(await response.clone().text()).not.toContain(CANARY)
    expect((await bodyOf(response)).parley).toMatchObject({ kind: 'send' })
  })

  test('the model sees the charter first and the rest as it came', async () => {
    const { model, asked } = replying(completion({ content: 'hi' }) as Wire)
    await post(fixtureDeps({ model }), ask({ temperature: 0, odd: 1 }))
    expect(asked[0]).toMatchObject({
      temperature: 0,
      odd: 1,
      messages: [{ role: 'system', content: 'Charter: Some words are never said.' }, { role: 'user' }],
    })
  })
})

describe('what is kept back', () => {
  test('a broken floor: the clause, why, and what the person can do', async () => {
    const deps = fixtureDeps({ model: saying(`It is ${CANARY}.`) })
    const response = await post(deps)
    const choice = await textOf(response)
    expect(response.headers.get('parley-decision')).toMatch(/^refuse;id="d-[0-9a-f]{32}";clauses="P1"$/)
    expect(choice?.finish_reason).toBe('content_filter')
    expect(choice?.message.content).toContain('P1: “Some words are never said.”')
    expect(choice?.message.content).toContain('it forbids')
    expect(choice?.message.content).toContain('ask the assembly to reopen the rule')
    expect(choice?.message.content).not.toContain(CANARY)
    expect(deps.kept.records[0]?.record).toMatchObject({ kind: 'refuse', findings: [{ verdict: 'broken' }] })
    expect(deps.kept.records[0]?.contents.reply).toContain(CANARY)
  })

  test('without floors nothing was checked, so nothing is sent', async () => {
    const response = await post(fixtureDeps({ charter: charterOf({}), model: saying('anything') }))
    expect(response.headers.get('parley-decision')).toMatch(/^hold;/)
    expect((await textOf(response))?.message.content).toContain('nothing was checked')
  })

  test('what no rule can read is held, and the record says what it was', async () => {
    const { model } = replying(completion({ content: null, audio: { data: 'UklGR' } }) as Wire)
    const deps = fixtureDeps({ model })
    expect((await textOf(await post(deps)))?.finish_reason).toBe('content_filter')
    expect(deps.kept.records[0]?.record).toMatchObject({
      kind: 'hold',
      because: 'nothing was checked',
      notChecked: expect.arrayContaining([{ clause: null, because: 'no rule can read sound' }]),
    })
  })

  test('a picture in the request is named among what was not checked', async () => {
    const deps = fixtureDeps()
    await post(
      deps,
      ask({ messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] }] }),
    )
    expect(deps.kept.records[0]?.record.notChecked[0]?.because).toContain('a part of the request')
  })

  test('a rule that looks at the request sees what the person last said', async () => {
    const charter = charterOf({
      principles: [
        floorOf('P1', 'Say 112.', {
          ...requires('112'),
          when: { kind: 'request-matches', pattern: 'in danger' },
        }),
      ],
    })
    const deps = fixtureDeps({ charter, model: saying('Stay calm.') })
    const danger = ask({ messages: [{ role: 'user', content: 'I am in danger' }] })
    expect((await post(deps, danger)).headers.get('parley-decision')).toMatch(/^refuse/)
    expect((await post(deps)).headers.get('parley-decision')).toMatch(/^send/)
  })

  test('an open question is asked, with the ends of the dial', async () => {
    const dial = dialOf('D1', 'How much detail.')
    const charter = charterOf({ principles: [floorOf('P1', 'A.', forbids('x')), dial] })
    const dialsOf = async () => ({ settings: new Map(), open: [dial.id] })
    const response = await post(fixtureDeps({ charter, dialsOf }))
    expect(response.headers.get('parley-decision')).toMatch(/^ask;.*clauses="D1"$/)
    const choice = await textOf(response)
    expect(choice?.finish_reason).toBe('stop')
    expect(choice?.message.content).toContain('From “less” (0) to “more” (4).')
  })

  test('each choice that was asked for gets the answer, and the counts are kept', async () => {
    const usage = { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12, note: CANARY }
    const { model } = replying(completion({ content: CANARY }, { usage }) as Wire)
    const body = await bodyOf(await post(fixtureDeps({ model }), ask({ n: 3 })))
    expect(body.choices).toHaveLength(3)
    expect(body.usage).toEqual({ prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 })
    expect(JSON.stringify(body)).not.toContain(CANARY)
  })
})

describe('tools', () => {
  test('one that cannot be undone waits, with the digest that a person approves', async () => {
    const deps = fixtureDeps({ model: calling('pay', '{"to":"Ana"}') })
    const response = await post(deps)
    expect(response.headers.get('parley-decision')).toMatch(/^hold;/)
    expect((await textOf(response))?.message.content).toContain(
      'a person approves what cannot be undone: pay',
    )
    const [{ record } = expect.fail('nothing recorded')] = deps.kept.records
    const digest = callDigest({ name: 'pay', arguments: '{"to":"Ana"}' }, record.charter)
    expect(deps.kept.held).toEqual([{ record, calls: [{ digest, tool: 'pay', arguments: '{"to":"Ana"}' }] }])
  })

  test('only the calls that wait are put before a person', async () => {
    const both = scripted(() => ({
      text: '',
      toolCalls: [
        { name: 'weather', arguments: '{}' },
        { name: 'pay', arguments: '{}' },
      ],
    }))
    const deps = fixtureDeps({ model: both })
    await post(deps)
    expect(deps.kept.held[0]?.calls.map(({ tool }) => tool)).toEqual(['pay'])
  })

  test('goes through once it is granted, and only then are grants read', async () => {
    const read: string[][] = []
    const granted = async (digests: readonly string[]) => {
      read.push([...digests])
      return new Set(digests)
    }
    expect(
      (await post(fixtureDeps({ model: calling('pay'), granted }))).headers.get('parley-decision'),
    ).toMatch(/^send/)
    expect(read).toHaveLength(1)
    const refused = fixtureDeps({ model: calling('pay', CANARY), granted })
    expect((await post(refused)).headers.get('parley-decision')).toMatch(/^refuse/)
    expect(
      (await post(fixtureDeps({ model: calling('weather'), granted }))).headers.get('parley-decision'),
    ).toMatch(/^send/)
    expect(read).toHaveLength(1)
  })

  test('grants that cannot be read are none', async () => {
    const granted = () => Promise.reject(new Error('down'))
    expect(
      (await post(fixtureDeps({ model: calling('pay'), granted }))).headers.get('parley-decision'),
    ).toMatch(/^hold/)
  })
})

describe('the switch', () => {
  const off = async () => 'pressed by Ana'

  test('off: the model is not asked', async () => {
    const { model, asked } = replying(completion({ content: 'hi' }) as Wire)
    const deps = fixtureDeps({ model, off })
    const response = await post(deps)
    expect(response.headers.get('parley-decision')).toMatch(/^off;/)
    expect((await textOf(response))?.message.content).toContain('Why: pressed by Ana.')
    expect(asked).toEqual([])
    expect(deps.kept.records).toMatchObject([{ record: { kind: 'off', reply: null } }])
  })

  test('pressed while the model answers: what was decided is not sent', async () => {
    let looks = 0
    const deps = fixtureDeps({
      model: saying('too late'),
      off: async () => (looks++ === 0 ? null : 'pressed meanwhile'),
    })
    const response = await post(deps)
    expect(await response.clone().text()).not.toContain('too late')
    expect(response.headers.get('parley-decision')).toMatch(/^off;/)
    const [first, second] = deps.kept.records
    expect([first?.record.kind, second?.record.kind]).toEqual(['send', 'off'])
    expect(second?.record.because).toBe(`pressed meanwhile; it stops decision ${first?.record.id}`)
    expect(response.headers.get('parley-decision')).toContain(second?.record.id)
  })

  test('pressed while the record is written: nothing goes', async () => {
    let pressed: string | null = null
    const deps = fixtureDeps({ model: saying('too late'), off: async () => pressed })
    const slow: GatewayDeps = {
      ...deps,
      record: async (record, contents) => {
        await deps.record(record, contents)
        pressed = 'pressed'
      },
    }
    expect(await (await post(slow)).text()).not.toContain('too late')
  })

  test('a switch that cannot be read is off', async () => {
    const response = await post(fixtureDeps({ off: () => Promise.reject(new Error('down')) }))
    expect(response.headers.get('parley-decision')).toMatch(/^off;/)
  })
})

describe('the judge', () => {
  const charter = charterOf({
    principles: [
      floorOf(
        'P1',
        'Be kind.',
        { kind: 'ask-judge', question: 'Is it kind?', when: always },
        forbids(CANARY),
      ),
    ],
  })
  const judge = (answer: Verdict | Error) => ({
    name: 'fake',
    judge: async () => {
      if (answer instanceof Error) throw answer
      return answer
    },
  })

  test.each<[string, Verdict | Error | null, string]>([
    ['kept', 'kept', 'send'],
    ['broken', 'broken', 'refuse'],
    ['unknown', 'unknown', 'hold'],
    ['a crash', new Error('down'), 'hold'],
    ['nobody', null, 'hold'],
  ])('%s', async (_, answer, kind) => {
    const deps = fixtureDeps({ charter, judge: answer === null ? null : judge(answer) })
    expect((await post(deps)).headers.get('parley-decision')).toMatch(new RegExp(`^${kind};`))
  })

  test('a judge that always says kept lifts no floor and releases no hold', async () => {
    const lenient = judge('kept')
    expect(
      (await post(fixtureDeps({ charter, judge: lenient, model: saying(CANARY) }))).headers.get(
        'parley-decision',
      ),
    ).toMatch(/^refuse/)
    expect(
      (await post(fixtureDeps({ charter, judge: lenient, model: calling('pay') }))).headers.get(
        'parley-decision',
      ),
    ).toMatch(/^hold/)
  })
})

describe('errors, in the shape that clients read', () => {
  const problem = async (response: Response) => ({
    status: response.status,
    charter: response.headers.get('parley-charter'),
    decision: response.headers.get('parley-decision'),
    ...((await response.json()) as { error: Record<string, unknown> }).error,
  })

  test('no charter in force', async () => {
    expect(await problem(await post(fixtureDeps({ inForce: async () => null })))).toEqual({
      status: 503,
      charter: 'none',
      decision: 'none',
      message: 'no charter is in force here, so nothing can be checked and nothing is sent',
      type: 'api_error',
      param: null,
      code: 'no_charter_in_force',
    })
  })

  test('a record that fails: nothing is sent', async () => {
    const deps = fixtureDeps({
      model: saying('secret'),
      record: () => Promise.reject(new Error('disk full')),
    })
    const response = await post(deps)
    expect(await response.clone().text()).not.toContain('secret')
    expect(await problem(response)).toMatchObject({ status: 503, code: 'not_recorded' })
    expect(response.headers.get('x-should-retry')).toBe('false')
  })

  test('a hold that reaches nobody: nothing is sent', async () => {
    const deps = fixtureDeps({ model: calling('pay'), hold: () => Promise.reject(new Error('down')) })
    expect(await problem(await post(deps))).toMatchObject({ status: 503, code: 'not_recorded' })
  })

  test.each<[string, Wire | (() => Promise<Wire>), number, string]>([
    [
      'a model that is slow',
      () => Promise.reject(new ModelFailed('timeout', 'too slow')),
      504,
      'model_timeout',
    ],
    [
      'a model that is busy',
      () => Promise.reject(new ModelFailed('refused', 'status 429', 429)),
      429,
      'model_busy',
    ],
    [
      'a request that the model refuses',
      () => Promise.reject(new ModelFailed('refused', 'status 422', 422)),
      400,
      'model_refused',
    ],
    [
      'a key that the model refuses',
      () => Promise.reject(new ModelFailed('refused', 'status 401', 401)),
      502,
      'model_refused',
    ],
    [
      'a model that is gone',
      () => Promise.reject(new ModelFailed('unreachable', 'gone')),
      502,
      'model_unreachable',
    ],
    ['a model that crashes', () => Promise.reject(new Error(CANARY)), 502, 'model_failed'],
    ['no choices', { choices: [] }, 502, 'model_malformed'],
    ['choices that are no list', { choices: CANARY }, 502, 'model_malformed'],
  ])('%s', async (_, reply, status, code) => {
    const deps = fixtureDeps({ model: replying(reply).model })
    const response = await post(deps)
    expect(await response.clone().text()).not.toContain(CANARY)
    expect(await problem(response)).toMatchObject({ status, code })
    expect(deps.kept.records).toEqual([])
  })

  test('a model that hangs, whatever it does with its signal', async () => {
    const limits = { ...fixtureDeps().limits, milliseconds: 30 }
    const model: Model = {
      ...replying(() => new Promise(() => {})).model,
      async *stream() {
        await new Promise(() => {})
        yield {}
      },
    }
    expect(await problem(await post(fixtureDeps({ model, limits })))).toMatchObject({ status: 504 })
    expect(await problem(await post(fixtureDeps({ model, limits }), ask({ stream: true })))).toMatchObject({
      status: 504,
    })
  })

  test('more than a reply may hold, whole or streamed', async () => {
    const limits = { ...fixtureDeps().limits, replyBytes: 500 }
    const deps = fixtureDeps({ model: saying('x'.repeat(600)), limits })
    expect(await problem(await post(deps))).toMatchObject({ status: 502, code: 'model_too_large' })
    expect(await problem(await post(deps, ask({ stream: true })))).toMatchObject({
      status: 502,
      code: 'model_too_large',
    })
  })

  test('a request that cannot be read', async () => {
    expect(await problem(await post(fixtureDeps(), {}))).toMatchObject({
      status: 400,
      code: 'bad_request',
      type: 'invalid_request_error',
    })
    const limits = { ...fixtureDeps().limits, bodyBytes: 10 }
    expect(await problem(await post(fixtureDeps({ limits })))).toMatchObject({
      status: 413,
      code: 'request_too_large',
    })
  })

  test('what the gateway itself gets wrong sends nothing and tells nothing', async () => {
    const deps = fixtureDeps({ dialsOf: () => Promise.reject(new Error(CANARY)) })
    const response = await post(deps)
    expect(await response.clone().text()).not.toContain(CANARY)
    expect(await problem(response)).toMatchObject({ status: 500, code: 'gateway_failed' })
  })

  test('another path', async () => {
    const response = await gateway(fixtureDeps()).request('/v1/responses', { method: 'POST' })
    expect(await problem(response)).toMatchObject({ status: 404, code: 'unknown_path' })
  })
})

test('the list of models says which are scripted', async () => {
  const response = await gateway(fixtureDeps()).request('/v1/models')
  expect(response.headers.get('parley-charter')).toMatch(/^sha256:/)
  expect(response.headers.get('parley-decision')).toBe('none')
  expect(await response.json()).toEqual({
    object: 'list',
    data: [
      { id: 'parley-scripted', object: 'model', created: 0, owned_by: 'parley', parley: { scripted: true } },
    ],
  })
})

describe('what cannot be read whole', () => {
  const said = (message: object, over: object = {}) =>
    replying(completion({ role: 'assistant', ...message }, over as Record<string, unknown>) as Wire).model

  test('is refused where what can be read breaks a floor, so that nobody can release it', async () => {
    const deps = fixtureDeps({ model: said({ content: `This is ${CANARY}.`, images: [{ url: 'x' }] }) })
    const response = await post(deps)
    expect(response.headers.get('parley-decision')).toMatch(/^refuse;/)
    expect(await response.text()).not.toContain(CANARY)
  })

  test('is held where nothing that can be read breaks one', async () => {
    const response = await post(fixtureDeps({ model: said({ content: 'Fine.', images: [{ url: 'x' }] }) }))
    expect(response.headers.get('parley-decision')).toMatch(/^hold;/)
  })

  test('is an error where clients could read it in another way', async () => {
    const choices = { 0: { index: 0, message: { content: 'x', tool_calls: [] } } }
    const deps = fixtureDeps({ model: said({ content: 'x' }, { choices }) })
    expect((await post(deps)).status).toBe(502)
    expect(deps.kept.records).toEqual([])
  })
})
