import { expect, test } from 'vitest'
import { matcher } from './pattern.ts'

test('a pattern is found anywhere, in any script, as it is written', () => {
  expect(matcher('b+')?.('abbc')).toBe(true)
  expect(matcher('^b')?.('abbc')).toBe(false)
  expect(matcher('\\p{Han}')?.('叫車')).toBe(true)
  expect(matcher('A')?.('a')).toBe(false)
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
])('%s is refused', (pattern) => {
  expect(matcher(pattern)).toBeNull()
})

test('what makes a backtracking engine think for years is answered', () => {
  expect(matcher('^(a+)+$')?.(`${'a'.repeat(5_000)}!`)).toBe(false)
})
