import { describe, expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { MAX_BYTES, textFiles } from './text-file.ts'

const read = (files: Readonly<Record<string, string | readonly number[]>>) => {
  const given = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? content : Uint8Array.from(content)] as const,
  )
  const result = textFiles(new Map(given), Object.keys(files))
  return result.kind === 'parsed' ? result.value.map(({ text }) => text) : problemLine(result.problem)
}

describe('text', () => {
  test('is read without the mark before its first letter, and with every other', () => {
    expect(read({ a: '\uFEFFé\uFEFF', b: [0xef, 0xbb, 0xbf, 0xc3, 0xa9] })).toEqual(['é\uFEFF', 'é'])
  })

  test('may hold the sign for what was lost, if that is what was written', () => {
    expect(read({ a: '\uFFFD', b: [0xef, 0xbf, 0xbd] })).toEqual(['\uFFFD', '\uFFFD'])
  })

  test('that is not UTF-8 is refused with its line', () => {
    expect(read({ a: 'x', b: [120, 10, 120, 0xe9, 10] })).toBe(
      'b, line 2: found bytes that are not UTF-8, expected text in UTF-8',
    )
    expect(read({ a: '\n\ud800' })).toBe('a, line 2: found bytes that are not UTF-8, expected text in UTF-8')
    // A spreadsheet that saves "Unicode text" writes UTF-16.
    expect(read({ a: [0xff, 0xfe, 97, 0] })).toContain('a, line 1: found')
  })

  test('with a NUL is refused with its line', () => {
    expect(read({ a: [10, 10, 0] })).toBe('a, line 3: found a NUL, expected text in UTF-8')
  })

  test('of more bytes than an import may hold is refused unread', () => {
    const half = 'x'.repeat(MAX_BYTES / 2)
    expect(read({ a: half, b: `${half}x` })).toBe(
      'a, b: found 268435457 bytes, expected at most 268435456 bytes together',
    )
  })
})
