import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches } from '../kernel/index.ts'
import { exampleOf } from './example-of.ts'

describe('exampleOf', () => {
  test.each([
    ['miracle cure', 'miracle cure'],
    ['(kill|hurt) (your|him|her)self', 'kill yourself'],
    ['^no$', 'no'],
    ['colou?r', 'color'],
    ['\\bdose\\b.*\\bmg\\b', 'dose mg'],
    ['\\bdose\\b.+\\bmg\\b', 'dose mg'],
    ['\\bis\\s*\\bit\\b', 'is it'],
    ['dose .*mg', 'dose mg'],
    ['[0-9]{3}-[0-9]{4}', '111-1111'],
    ['[^a-z]+', '1'],
    ['(?i)HELLO', 'HELLO'],
    ['(?:un|dis)likely', 'unlikely'],
    ['(?P<word>never)', 'never'],
    ['\\p{Lu}\\x41\\x{42}', 'aAB'],
    ['\\Qa.b\\E!', 'a.b!'],
    ['[[:digit:]]', '1'],
    ['\\$5\\.00', '$5.00'],
    ['a*', 'a'],
    ['a{0}', null],
    ['(?!x)y', null],
    ['(unclosed', null],
    ['x{3,}?', 'xxx'],
    ['[]x]', 'x'],
    ['über', 'über'],
  ])('%s: %s', (pattern, example) => expect(exampleOf(pattern)).toBe(example))

  test('what it finds, the engine matches; and it never hangs or throws', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '(',
      ')',
      '[',
      ']',
      '|',
      '*',
      '+',
      '?',
      '.',
      '^',
      '$',
      '\\d',
      '\\b',
      '{2}',
      '\\',
      '-',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const example = exampleOf(pieces.join(''))
        return example === null || matches(pieces.join(''), [example]) === true
      }),
      { numRuns: 500 },
    )
  })
})
