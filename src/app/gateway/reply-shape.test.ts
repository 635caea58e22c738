import { describe, expect, test } from 'vitest'
import type { Wire } from '../../io/models/index.ts'
import { isWellFormed } from './reply-shape.ts'

const call = { index: 0, id: 'c', type: 'function', function: { name: 'pay', arguments: '{}' } }
const message = { role: 'assistant', content: 'x' }

describe('a chunk', () => {
  const chunk = (choices: unknown, asked = 1) =>
    isWellFormed({ choices } as unknown as Wire, { how: 'chunks', choices: asked })

  test('is read as it is meant', () => {
    expect(chunk([{ index: 0, delta: { content: 'x' } }])).toBe(true)
    expect(chunk([{ index: 0, delta: {}, finish_reason: 'stop' }])).toBe(true)
    expect(chunk([])).toBe(true)
    expect(chunk([{ index: 1, delta: { tool_calls: [call] } }], 2)).toBe(true)
    expect(isWellFormed({ usage: { total_tokens: 1 } }, { how: 'chunks', choices: 1 })).toBe(true)
  })

  test.each([
    ['an object that looks like a list', { 0: { index: 0, delta: { tool_calls: [call] } } }],
    ['calls that look like a list', [{ index: 0, delta: { tool_calls: { 0: call } } }]],
    ['a call without a place', [{ index: 0, delta: { tool_calls: [{ ...call, index: undefined }] } }]],
    ['a place that is text', [{ index: '0', delta: { content: 'x' } }]],
    ['no place', [{ delta: { content: 'x' } }]],
    ['a place nobody asked for', [{ index: 1, delta: { content: 'x' } }]],
    ['half a place', [{ index: 0.5, delta: { content: 'x' } }]],
    ['no object', [null]],
  ])('that is %s is refused', (_, choices) => expect(chunk(choices)).toBe(false))
})

describe('a whole reply', () => {
  const whole = (choices: unknown, asked = 1) =>
    isWellFormed({ choices } as unknown as Wire, { how: 'whole', choices: asked })

  test('is read as it is meant, also where a server leaves the place out', () => {
    expect(whole([{ index: 0, message }])).toBe(true)
    expect(whole([{ message }, { message }], 2)).toBe(true)
    expect(whole([{ index: 0, message: { ...message, tool_calls: [call] } }])).toBe(true)
  })

  test.each([
    ['without choices', undefined],
    [
      'with more choices than asked for',
      [
        { index: 0, message },
        { index: 0, message },
      ],
    ],
    ['with nothing in a choice', [{}]],
    ['with no choice at all', [null]],
    ['with calls that look like a list', [{ index: 0, message: { tool_calls: { 0: call } } }]],
  ])('%s is refused', (_, choices) => expect(whole(choices)).toBe(false))

  test('with one place taken twice is refused', () => {
    expect(
      whole(
        [
          { index: 0, message },
          { index: 0, message },
        ],
        2,
      ),
    ).toBe(false)
  })
})
