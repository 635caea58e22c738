import { describe, expect, test } from 'vitest'
import type { Json } from '../../kernel/index.ts'
import type { Model, Wire } from './model.ts'
import type { Script } from './script.ts'

/** What the model under test must have been told to say, so that one suite fits every driver. */
export const CASE_SCRIPT: Script = {
  rules: [
    {
      when: [{ looksAt: 'request', pattern: 'weather' }],
      reply: { text: '', toolCalls: [{ name: 'weather', arguments: '{"city":"Zürich","days":3}' }] },
    },
    {
      when: [{ looksAt: 'request', pattern: 'greet' }],
      reply: { text: 'Good morning, Ana. 早上好 🌞', toolCalls: [] },
    },
  ],
  otherwise: { text: 'I do not know.', toolCalls: [] },
}

const GREETING = 'Good morning, Ana. 早上好 🌞'

/** What every model claims, checked on one. */
export function modelCase(name: string, make: () => Promise<{ model: Model; close(): Promise<void> }>): void {
  const using = async (act: (model: Model) => Promise<void>) => {
    const { model, close } = await make()
    try {
      await act(model)
    } finally {
      await close()
    }
  }
  const ask = (content: string, over: Wire = {}): Wire => ({
    model: 'any',
    messages: [{ role: 'user', content }],
    ...over,
  })
  const open = () => new AbortController().signal
  const all = async (chunks: AsyncIterable<Wire>) => {
    const list: Wire[] = []
    for await (const chunk of chunks) list.push(chunk)
    return list
  }

  describe(name, () => {
    test('completes with one message per choice', () =>
      using(async (model) => {
        const reply = await model.complete(ask('greet me', { n: 2 }), open())
        expect(reply.object).toBe('chat.completion')
        expect(choicesOf(reply).map(({ index }) => index)).toEqual([0, 1])
        expect(choicesOf(reply).map(({ message }) => (message as Wire).content)).toEqual([GREETING, GREETING])
        expect((reply.usage as Wire).total_tokens).toBeGreaterThan(0)
      }))

    test('streams in several chunks what it would have completed', () =>
      using(async (model) => {
        const chunks = await all(model.stream(ask('greet me', { stream: true }), open()))
        const texts = chunks.flatMap(choicesOf).map(({ delta }) => (delta as Wire).content ?? '')
        expect(texts.filter((text) => text !== '').length).toBeGreaterThan(2)
        expect(texts.join('')).toBe(GREETING)
        expect(choicesOf(chunks.at(-1) as Wire)[0]?.finish_reason).toBe('stop')
      }))

    test('streams the arguments of a tool call in fragments that join to JSON', () =>
      using(async (model) => {
        const chunks = await all(model.stream(ask('weather?', { stream: true }), open()))
        const calls = chunks
          .flatMap(choicesOf)
          .flatMap(({ delta }) => ((delta as Wire).tool_calls ?? []) as unknown as Wire[])
        const functions = calls.map((call) => call.function as Wire)
        expect(functions.flatMap((each) => each.name ?? [])).toEqual(['weather'])
        expect(functions.length).toBeGreaterThan(2)
        expect(JSON.parse(functions.map((each) => each.arguments).join(''))).toEqual({
          city: 'Zürich',
          days: 3,
        })
      }))

    test('counts usage in a last chunk without choices, when asked to', () =>
      using(async (model) => {
        const options = { stream: true, stream_options: { include_usage: true } }
        const last = (await all(model.stream(ask('greet me', options), open()))).at(-1) as Wire
        expect(last.choices).toEqual([])
        expect((last.usage as Wire).completion_tokens).toBeGreaterThan(0)
      }))

    test('rejects when it is aborted, before and while it answers', () =>
      using(async (model) => {
        const reason = new Error('the client left')
        await expect(model.complete(ask('greet me'), AbortSignal.abort(reason))).rejects.toBe(reason)
        const controller = new AbortController()
        const streaming = async () => {
          for await (const _ of model.stream(ask('greet me', { stream: true }), controller.signal))
            controller.abort(reason)
        }
        await expect(streaming()).rejects.toBe(reason)
      }))
  })
}

const choicesOf = (wire: Wire): readonly Wire[] => wire.choices as readonly Json[] as readonly Wire[]
