import { describe, expect, test } from 'vitest'
import { matches } from './pattern.ts'

describe('matches', () => {
  test('looks in each text, letters large or small, accents typed either way', () => {
    expect(matches('Ärzte', ['nothing', 'die ÄRZTE'])).toBe(true)
    expect(matches('cafe\u0301', ['caf\u00e9'])).toBe(true)
    expect(matches('x', [])).toBe(false)
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
