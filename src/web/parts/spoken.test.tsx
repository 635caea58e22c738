import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { wordsOf } from '../reading.case.ts'
import { ESCAPED, HOSTILE } from '../worlds.case.ts'
import { Quoted, QuotedAll, Said, tongueOf, withoutStop } from './spoken.tsx'

const say = (text: string, language = 'en') => ({ text, language, written: null })

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

  test('that no person wrote say so', () => {
    const written = { model: 'm-1', mediation: id<'mediation'>('x'), prompt: 'sha256:0' }
    const machine = { ...say('It waits.'), written }
    expect(wordsOf(String(<Quoted statement={machine} />))).toBe('“It waits” (written by a machine)')
    expect(wordsOf(String(<Said statement={machine} />))).toBe(
      'It waits. Written by a machine (m-1) from what people said',
    )
    expect(String(<Said statement={say('It waits.')} />)).not.toContain('machine')
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
