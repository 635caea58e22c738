import { describe, expect, test } from 'vitest'
import { wordsOf } from '../reading.case.ts'
import { ESCAPED, HOSTILE } from '../worlds.case.ts'
import { Quoted, QuotedAll, tongueOf, withoutStop } from './spoken.tsx'

const say = (text: string, language = 'en') => ({ text, language })

describe('words of people inside a sentence of ours', () => {
  test('are quoted in their own language, and cannot turn the sentence around', () => {
    expect(String(<Quoted statement={say('لا يكذب.', 'ar')} />)).toBe(
      '“<bdi lang="ar" dir="auto">لا يكذب</bdi>”',
    )
  })

  test('lose one full stop, not the dots of a pause, and nothing else', () => {
    expect(['It waits.', 'It waits…', 'It waits...', 'Does it wait?'].map(withoutStop)).toEqual([
      'It waits',
      'It waits…',
      'It waits...',
      'Does it wait?',
    ])
  })

  test('are escaped', () => {
    expect(String(<Quoted statement={say(HOSTILE)} />)).toBe(`“<bdi lang="en" dir="auto">${ESCAPED}</bdi>”`)
  })

  test('are read by no invented language: an invalid tag is left out', () => {
    for (const language of ['und', '', 'en" onclick="x', 'deutsch!']) {
      expect(tongueOf({ language }).lang).toBeUndefined()
    }
    expect(tongueOf({ language: 'zh-Hant' }).lang).toBe('zh-Hant')
  })
})

describe('several statements in a row', () => {
  const row = (count: number, by: 'and' | 'against') =>
    wordsOf(String(<QuotedAll statements={['a', 'b', 'c'].slice(0, count).map((one) => say(one))} by={by} />))

  test('are joined as a sentence joins them', () => {
    expect([0, 1, 2, 3].map((count) => row(count, 'and'))).toEqual([
      '',
      '“a”',
      '“a” and “b”',
      '“a”, “b” and “c”',
    ])
    expect(row(3, 'against')).toBe('“a” against “b” against “c”')
  })
})
