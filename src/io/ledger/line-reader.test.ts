import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bytes, utf8 } from '../../kernel/index.ts'
import { linesOf } from '../../kernel/ledger/index.ts'
import { storedLines } from './line-reader.ts'
import { memoryDisk } from './memory-disk.case.ts'

async function readBack(bytes: Bytes, from: { readonly at: number; readonly number: number }) {
  const disk = memoryDisk()
  disk.overwrite('/lines', bytes)
  const lines: { number: number; text: string; ended: boolean; at: number; end: number }[] = []
  for await (const line of storedLines(await disk.layer.open('/lines'), from))
    lines.push({ ...line, text: Buffer.from(line.bytes).toString() })
  return lines
}

test('lines longer and shorter than what is read at once come back as they are', async () => {
  const length = fc.constantFrom(0, 1, 100, 65_535, 65_536, 65_537, 140_000)
  const file = fc.record({ lengths: fc.array(length, { maxLength: 4 }), rest: length })
  await fc.assert(
    fc.asyncProperty(file, async ({ lengths, rest }) => {
      const text = `${lengths.map((count) => `${'x'.repeat(count)}\n`).join('')}${'y'.repeat(rest)}`
      const lines = await readBack(utf8(text), { at: 0, number: 1 })
      const expected = [...linesOf(utf8(text))]
      expect(lines.map(({ number, ended, text }) => [number, ended, text.length])).toEqual(
        expected.map(({ number, ended, bytes }) => [number, ended, bytes.length]),
      )
      for (const line of lines)
        expect(text.slice(line.at, line.end)).toBe(line.text + (line.ended ? '\n' : ''))
    }),
    { numRuns: 40 },
  )
})

test('reading begins in the middle', async () => {
  const lines = await readBack(utf8('a\nbb\nccc\n'), { at: 2, number: 7 })
  expect(lines.map(({ number, text, at, end }) => [number, text, at, end])).toEqual([
    [7, 'bb', 2, 5],
    [8, 'ccc', 5, 9],
  ])
})
