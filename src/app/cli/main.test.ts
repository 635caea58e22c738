import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
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

const directory = mkdtempSync(join(tmpdir(), 'parley-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** A file with these lines. */
function written(name: string, ...lines: string[]): string {
  const path = join(directory, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

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

test('who reads the output may stop early; any other fault of it is one', async () => {
  await ran('--version')
  const fault = (code: string) => () => process.stdout.emit('error', Object.assign(new Error(code), { code }))
  expect(fault('EPIPE')).not.toThrow()
  expect(fault('EIO')).toThrow('EIO')
})

test('votes are not packed over the file they are read from', async () => {
  const votes = written('town.csv', 'participant,statement,vote', 'ann,trams,agree')
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await ran('votes', 'pack', votes, '-o', join(directory, '.', 'town.csv'))).toMatchObject({ code: 2 })
  expect(said).toHaveBeenCalledWith(`parley: --out: found ${votes}, which is read, expected another file\n`)
  expect(readFileSync(votes, 'utf8')).toContain('ann,trams,agree')
})

test('a file that no text can hold is refused in a line, before it is read', async () => {
  const long = written('long.charter.yaml', '')
  truncateSync(long, 600_000_000)
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await ran('charter', 'check', long)).toMatchObject({ code: 2 })
  expect(said).toHaveBeenCalledWith(
    `parley: ${long}: found 600000000 bytes, expected a charter of at most 500000000\n`,
  )
})

test('a map lists no statement that nobody answered', async () => {
  const nobody = written(
    'nobody.jsonl',
    '{"type":"assembly","id":"town","question":"What matters?"}',
    '{"type":"statement","id":"trams","text":"Trams are good."}',
  )
  const { code, out } = await ran('map', nobody)
  expect(code).toBe(0)
  expect(out).toContain('too few to draw: 0 people answered enough')
  expect(out).not.toContain('Trams are good.')
})
