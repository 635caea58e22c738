import { readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { expectGolden } from '../../src/charter/golden.case.ts'

/** Each example prints; what it prints is kept beside it. */
const EXAMPLES = readdirSync('examples').filter((name) => name.endsWith('.ts'))

test('there are examples', () => expect(EXAMPLES.length).toBeGreaterThan(1))

test.each(EXAMPLES)('%s prints what stands beside it', async (name) => {
  const lines: unknown[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => {
    lines.push(line)
  })
  try {
    await import(`../../examples/${name}`)
  } finally {
    log.mockRestore()
  }
  expectGolden(`examples/${name.replace(/\.ts$/, '.txt')}`, `${lines.join('\n')}\n`)
})
