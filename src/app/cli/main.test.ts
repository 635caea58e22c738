import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { COMMANDS } from './commands/index.ts'
import { main, program } from './main.ts'

/** What a run wrote to standard output, and how it ended. */
async function ran(...args: string[]) {
  let out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  return { code: await main(args), out }
}
afterEach(() => vi.restoreAllMocks())

describe('the commands', () => {
  test.each([...COMMANDS.keys()])('%s is called by its own name, and it alone is loaded', async (name) => {
    expect((await program(name)).commands.map((command) => command.name())).toEqual([name])
  })

  test('are listed for whoever asks, each with what it is for', async () => {
    const { code, out } = await ran('--help')
    expect(code).toBe(0)
    for (const name of COMMANDS.keys()) expect(out).toMatch(new RegExp(`^  ${name} .*\\w`, 'm'))
  })
})

test('--version says which version this is, and nothing else', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(await ran('--version')).toEqual({ code: 0, out: `${version}\n` })
})
