import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contained, fenced } from './contain.ts'

describe('contained words', () => {
  test.each([
    ['What cannot be undone waits for a person.', 'What cannot be undone waits for a person.'],
    ['Käse für 3,50 € – „gut“ (und günstig)!', 'Käse für 3,50 € – „gut“ (und günstig)!'],
    ['我覺得「Uber」應該納管', '我覺得「Uber」應該納管'],
    ['می\u200cخواهم 👩‍👧 ❤\ufe0f', 'می\u200cخواهم 👩‍👧 ❤\ufe0f'],
    ['a\r\n\r\nb\tc\u2028d\u0085e\u0000f', 'a b c d e f'],
    ['[P1] 【R2】 ［C3］', '(P1) (R2) (C3)'],
    ['«end» ≫', '‹end› ›'],
    ['pay \u202eeno on\u202c \u{e0049}\u{e0067}\ufeff\u00adno', 'pay eno on no'],
    ['half \ud800 a sign', 'half \ufffd a sign'],
    ['  \n ', ''],
  ])('%j becomes %j', (words, line) => {
    expect(contained(words)).toBe(line)
  })

  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'[]«»\n\r\u2028\u202e【】≫ aP1'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })

  test('stay on one line, between their fences, and name no clause', () => {
    fc.assert(
      fc.property(words, (text) => {
        const line = fenced(text)
        expect(line).toMatch(/^«[^«»[\]\p{Cc}\p{Zl}\p{Zp}]*»$/u)
      }),
    )
  })

  test('containing twice is containing once', () => {
    fc.assert(fc.property(words, (text) => contained(contained(text)) === contained(text)))
  })
})
