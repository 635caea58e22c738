import { describe, expect, test } from 'vitest'
import { CASE_SCRIPT, modelCase } from './model.case.ts'
import type { Wire } from './model.ts'
import { answerOf, parseScript, type Script } from './script.ts'
import { messagesOf, SCRIPTED, scripted } from './scripted.ts'

modelCase('scripted', async () => ({
  model: scripted((messages) => answerOf(CASE_SCRIPT, messages)),
  close: async () => {},
}))

const open = new AbortController().signal
const model = scripted((messages) => answerOf(CASE_SCRIPT, messages))
const ask: Wire = { messages: [{ role: 'user', content: 'greet me' }] }

describe('a scripted model', () => {
  test('says that it is scripted, in its name and its fingerprint', async () => {
    const reply = await model.complete(ask, open)
    expect([model.scripted, model.name, reply.model, reply.system_fingerprint]).toEqual([
      true,
      SCRIPTED,
      'parley-scripted',
      'scripted',
    ])
  })

  test('the same request gives the same bytes, another request another id', async () => {
    const one = JSON.stringify(await model.complete(ask, open))
    expect(JSON.stringify(await model.complete({ ...ask, temperature: 1 }, open))).toBe(one)
    const other = await model.complete({ messages: [{ role: 'user', content: 'greet us' }] }, open)
    expect(other.id).not.toBe(JSON.parse(one).id)
  })

  test('refuses a request without messages', async () => {
    await expect(model.complete({}, open)).rejects.toMatchObject({ kind: 'refused', status: 400 })
  })
})

describe('scripts', () => {
  const say = (text: string) => ({ text, toolCalls: [] })
  const script: Script = {
    rules: [
      {
        when: [
          { looksAt: 'system', pattern: 'never promise' },
          { looksAt: 'request', pattern: 'cure' },
        ],
        reply: say('ruled'),
      },
      { when: [{ looksAt: 'tool-result', pattern: 'sunny' }], reply: say('It is sunny.') },
      {
        when: [
          { looksAt: 'earlier', pattern: 'my name is ana' },
          { looksAt: 'request', pattern: 'who' },
        ],
        reply: say('Ana'),
      },
      { when: [{ looksAt: 'request', pattern: 'cure' }], reply: say('free') },
    ],
    otherwise: say('?'),
  }
  const user = (content: string) => ({ role: 'user', content })

  test('the first rule whose every pattern is found answers', () => {
    expect(answerOf(script, [{ role: 'system', content: 'Never promise.' }, user('A cure?')]).text).toBe(
      'ruled',
    )
    expect(answerOf(script, [{ role: 'developer', content: 'Never promise.' }, user('A cure?')]).text).toBe(
      'ruled',
    )
    expect(answerOf(script, [user('A cure?')]).text).toBe('free')
    expect(answerOf(script, [user('Else?')]).text).toBe('?')
    expect(answerOf(script, []).text).toBe('?')
  })

  test('earlier turns and tool results are looked at apart from the request', () => {
    expect(
      answerOf(script, [user('My name is Ana'), { role: 'assistant', content: 'Hi' }, user('Who?')]).text,
    ).toBe('Ana')
    expect(answerOf(script, [user('My name is Ana, who?')]).text).toBe('?')
    expect(answerOf(script, [user('Weather?'), { role: 'tool', content: 'Sunny' }]).text).toBe('It is sunny.')
    expect(answerOf(script, [{ role: 'tool', content: 'Sunny' }, user('Weather?')]).text).toBe('?')
  })

  test('a script is read from data, or refused with the place that is wrong', () => {
    const data = {
      rules: [{ when: [{ looksAt: 'request', pattern: 'a' }], reply: { text: 'b' } }],
      otherwise: { text: 'c' },
    }
    expect(parseScript(data, 'demo.yaml')).toMatchObject({
      kind: 'parsed',
      value: { otherwise: { toolCalls: [] } },
    })
    const bad = structuredClone(data)
    if (bad.rules[0]?.when[0]) bad.rules[0].when[0].pattern = '(?!x)'
    expect(parseScript(bad, 'demo.yaml')).toMatchObject({
      kind: 'refused',
      problem: {
        place: 'demo.yaml, rules.0.when.0.pattern',
        expected: 'a pattern in RE2 syntax, not "(?!x)"',
      },
    })
  })

  test('the parts of a message count as one text, and other parts as none', () => {
    const parts = [
      { type: 'text', text: 'a' },
      { type: 'image_url', image_url: { url: 'x' } },
      { type: 'text', text: 'b' },
    ]
    expect(messagesOf({ messages: [{ role: 'user', content: parts }, 'odd'] })).toEqual([
      { role: 'user', content: 'ab' },
      { role: 'undefined', content: '' },
    ])
  })
})
