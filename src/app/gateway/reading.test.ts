import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunk, completion } from '../../../test/fixtures/fake-upstream.ts'
import type { Wire } from '../../io/models/index.ts'
import { readReply } from './reading.ts'

const whole = (message: unknown, over: Record<string, unknown> = {}) =>
  readReply([completion(message, over) as Wire], 'whole')
const streamed = (...chunks: readonly Record<string, unknown>[]) => readReply(chunks as Wire[], 'chunks')

describe('readReply', () => {
  test('gives every text of a whole reply, known field or not', () => {
    const { outgoing } = whole(
      {
        role: 'assistant',
        content: 'said',
        refusal: 'refused',
        reasoning_content: 'thought',
        annotations: [{ type: 'url_citation', url_citation: { title: 'cited' } }],
        x_secret: { deeper: ['hidden'] },
      },
      { service_tier: 'tier', x_note: 'noted' },
    )
    for (const text of [
      'said',
      'refused',
      'thought',
      'cited',
      'hidden',
      'tier',
      'noted',
      'fake',
      'chatcmpl-1',
    ])
      expect(outgoing).toContain(text)
  })

  test('names of unknown fields and numbers that count nothing are texts too', () => {
    const { outgoing } = whole({ content: '', forbiddenword: 1, card: 4111111111111111 })
    expect(outgoing).toContain('forbiddenword')
    expect(outgoing).toContain('4111111111111111')
  })

  test('the protocol’s own words, counts and times are not', () => {
    const usage = { prompt_tokens: 77, completion_tokens: 3, total_tokens: 80 }
    expect(whole({ role: 'assistant', content: null }, { usage }).outgoing).toEqual(['chatcmpl-1', 'fake'])
  })

  test('a protocol word that is said is said', () => {
    expect(whole({ role: 'assistant', content: 'stop' }).outgoing).toContain('stop')
    expect(whole({ role: 'stop', content: '' }).outgoing).toContain('stop')
  })

  test('joins chunks by path and index, not by position', () => {
    const both = {
      choices: [
        { index: 1, delta: { content: 'for' } },
        { index: 0, delta: { content: 'yes' } },
      ],
    }
    const reading = streamed(both, chunk({ content: 'bidden' }, { index: 1 }), chunk({ content: '!' }))
    expect(reading.outgoing).toContain('forbidden')
    expect(reading.choices.map(({ text }) => text).sort()).toEqual(['forbidden', 'yes!'])
  })

  test('joins unknown fields over chunks too', () => {
    expect(streamed(chunk({ x: 'for' }), chunk({ x: 'bidden' })).outgoing).toContain('forbidden')
  })

  test('joins the parts of one content', () => {
    const parts = [
      { type: 'text', text: 'for' },
      { type: 'text', text: 'bidden' },
    ]
    const reading = whole({ content: parts })
    expect(reading.outgoing).toContain('forbidden')
    expect(reading.choices).toEqual([{ text: 'forbidden', tools: [] }])
    expect(reading.unreadable).toEqual([])
  })

  test('joins the tokens of log probabilities', () => {
    const logprobs = {
      content: [
        { token: 'for', logprob: -1, bytes: [102] },
        { token: 'bidden', logprob: -2 },
      ],
    }
    const reading = readReply([{ choices: [{ index: 0, message: { content: 'x' }, logprobs }] }], 'whole')
    expect(reading.outgoing).toContain('forbidden')
    expect(reading.choices[0]?.text).toBe('x')
    expect(reading.unreadable).toEqual([])
  })

  test('joins what arrives in turn, for whoever prints the first choice of each chunk', () => {
    const { outgoing } = streamed(
      chunk({ content: 'I have can' }),
      chunk({ content: 'celled y' }, { index: 1 }),
      chunk({ content: 'our claim' }),
    )
    expect(outgoing).toContain('I have cancelled your claim')
  })

  test('reads the bytes of tokens, and finds data and sound however they are wrapped', () => {
    const logprobs = { content: [{ token: 'x', logprob: -1, bytes: [...Buffer.from('forbidden')] }] }
    const spelled = readReply([{ choices: [{ index: 0, message: { content: 'x' }, logprobs }] }], 'whole')
    expect(spelled.outgoing).toContain('forbidden')
    expect(whole({ content: '', audio: ['UklGR'] }).unreadable).toEqual(['sound'])
    const split = streamed(chunk({ content: 'da' }), chunk({ content: 'ta:image/png;base64,AAAA' }))
    expect(split.unreadable).toEqual(['data inside a text'])
  })
})

describe('whatever a model sends', () => {
  const stringsIn = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, item]) => [
            ...(Array.isArray(value) ? [] : [name]),
            ...stringsIn(item),
          ])
        : []
  const names = fc.constantFrom(
    'content',
    'delta',
    'message',
    'index',
    'x',
    'tool_calls',
    'function',
    '__proto__',
  )
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: false }),
    ),
  })).value

  test('no text of a whole reply is left out', () => {
    fc.assert(
      fc.property(json, json, (message, extra) => {
        // Through text and back, as it comes over the wire.
        const reply = JSON.parse(JSON.stringify({ choices: [{ message }], extra })) as Wire
        const { outgoing } = readReply([reply], 'whole')
        const known = 'choices message content delta index tool_calls function'.split(' ')
        const all = stringsIn(reply).filter((text) => !known.includes(text))
        expect(all.filter((text) => !outgoing.some((each) => each.includes(text)))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('no text of a chunk is left out, however chunks are cut', () => {
    fc.assert(
      fc.property(
        fc.array(json, { maxLength: 4 }),
        fc.string({ minLength: 2 }),
        fc.nat(),
        (odd, word, at) => {
          const cut = 1 + (at % (word.length - 1))
          const chunks = [
            chunk({ content: word.slice(0, cut) }),
            ...odd.map((each) => ({ extra: each })),
            chunk({ content: word.slice(cut) }),
          ]
          const { outgoing } = readReply(JSON.parse(JSON.stringify(chunks)) as Wire[], 'chunks')
          expect(outgoing).toContain(word)
        },
      ),
    )
  })
})

describe('tool calls', () => {
  test('are assembled from fragments, by index', () => {
    const call = (index: number, fn: unknown, id?: string) =>
      chunk({ tool_calls: [{ index, ...(id ? { id, type: 'function' } : {}), function: fn }] })
    const { toolCalls, choices } = streamed(
      call(0, { name: 'pay', arguments: '' }, 'c0'),
      call(1, { name: 'note', arguments: '' }, 'c1'),
      call(1, { arguments: '{}' }),
      call(0, { arguments: '{"to":' }),
      call(0, { arguments: '"Ana"}' }),
    )
    expect(toolCalls).toEqual([
      { id: 'c0', name: 'pay', arguments: '{"to":"Ana"}' },
      { id: 'c1', name: 'note', arguments: '{}' },
    ])
    expect(choices).toEqual([{ text: '', tools: ['pay', 'note'] }])
  })

  test.each([
    [
      'the present form',
      { tool_calls: [{ id: 'c', type: 'function', function: { name: 'pay', arguments: '{}' } }] },
    ],
    [
      'the one with free input',
      { tool_calls: [{ id: 'c', type: 'custom', custom: { name: 'pay', input: '{}' } }] },
    ],
    ['the older one', { function_call: { name: 'pay', arguments: '{}' } }],
  ])('%s is known', (_, message) => {
    expect(whole({ content: null, ...message }).toolCalls).toMatchObject([{ name: 'pay', arguments: '{}' }])
    expect(streamed(chunk(message)).toolCalls).toMatchObject([{ name: 'pay', arguments: '{}' }])
  })

  test('a field beside the name is not part of the name', () => {
    const call = { id: 'c', type: 'function', function: { name: 'pay', arguments: '' }, extra: { name: 'x' } }
    expect(whole({ tool_calls: [call] }).toolCalls[0]?.name).toBe('pay')
  })

  test('each choice has its own', () => {
    const choices = [
      { index: 0, message: { content: 'a' } },
      { index: 1, message: { content: null, tool_calls: [{ function: { name: 'pay', arguments: '' } }] } },
    ]
    expect(readReply([{ choices }], 'whole').choices).toEqual([
      { text: 'a', tools: [] },
      { text: '', tools: ['pay'] },
    ])
  })
})

describe('choices', () => {
  test('an empty one counts as a choice', () => {
    expect(whole({ role: 'assistant', content: null }).choices).toEqual([{ text: '', tools: [] }])
  })

  test('two of one index in a whole reply stay two', () => {
    const choices = [
      { index: 0, message: { content: 'a' } },
      { index: 0, message: { content: 'b' } },
    ]
    expect(readReply([{ choices }], 'whole').choices.map(({ text }) => text)).toEqual(['a', 'b'])
  })

  test('show content and refusal, not reasoning', () => {
    expect(whole({ content: 'a', refusal: 'b', reasoning_content: 'c' }).choices[0]?.text).toBe('ab')
  })
})

describe('what no rule can read', () => {
  test.each([
    ['sound', { audio: { data: 'UklGR' } }],
    ['pictures', { images: [{ image_url: { url: 'x' } }] }],
    ['a part that is not text', { content: [{ type: 'image_url', image_url: { url: 'x' } }] }],
    ['a part that is not text', { content: [{ type: 'tool_use', name: 'pay' }] }],
    ['data inside a text', { content: 'data:image/png;base64,AAAA' }],
    ['a tool call of another kind', { tool_calls: [{ type: 'mcp', mcp: {} }] }],
    [
      'arguments of a tool that are not text',
      { tool_calls: [{ function: { name: 'pay', arguments: { to: 'Ana' } } }] },
    ],
    ['arguments of a tool that are not text', { function_call: { name: 'pay', arguments: { to: 'Ana' } } }],
  ])('%s', (says, message) => {
    expect(whole(message).unreadable).toEqual([says])
    expect(streamed(chunk(message)).unreadable).toEqual([says])
  })

  test('a reply that nests too deep', () => {
    const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`)
    expect(whole({ content: 'x', deep }).unreadable).toEqual(['a reply that nests too deep'])
  })

  test('no sound and no pictures are nothing', () => {
    expect(whole({ content: 'x', audio: null, images: [] }).unreadable).toEqual([])
  })
})
