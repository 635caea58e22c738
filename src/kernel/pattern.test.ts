import { describe, expect, test } from 'vitest'
import { matches } from './pattern.ts'

describe('matches', () => {
  test('looks in each text, letters large or small, accents typed either way', () => {
    expect(matches('Ärzte', ['nothing', 'die ÄRZTE'])).toBe(true)
    expect(matches('cafe\u0301', ['caf\u00e9'])).toBe(true)
    expect(matches('x', [])).toBe(false)
  })

  test('finds a pattern anywhere, in any script', () => {
    expect(matches('b+', ['abbc'])).toBe(true)
    expect(matches('^b', ['abbc'])).toBe(false)
    expect(matches('\\p{Han}', ['叫車'])).toBe(true)
  })

  test.each([
    '(?=x)',
    '(?!x)',
    '(?<=x)y',
    '(a)\\1',
    '(',
    '[z-a]',
    'a{1001}',
    '(a{100}){100}',
  ])('%s is refused', (pattern) => expect(matches(pattern, ['x'])).toBeNull())

  test('answers what makes a backtracking engine think for years', () => {
    expect(matches('^(a+)+$', [`${'a'.repeat(5_000)}!`])).toBe(false)
  })

  test('a pattern that cannot be read is unknown, each time it is asked', () => {
    expect([matches('(', ['x']), matches('(', ['x'])]).toEqual([null, null])
  })

  test('remembers what it compiled only up to a limit, and answers the same beyond it', () => {
    for (let each = 0; each < 1100; each++) expect(matches(`word${each}$`, [`word${each}`])).toBe(true)
    expect(matches('word1$', ['word10'])).toBe(false)
    expect(matches('(', ['x'])).toBeNull()
  })
})
