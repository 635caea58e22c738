import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { program } from '../../src/app/cli/main.ts'

/** What the documents promise exists: the files they link to, the commands and flags they show, the ADRs they cite. */
const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link ?? '')
    const missing = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(page), link)))
    expect(missing).toEqual([])
  })

  test('shows commands that exist, with flags they take', async () => {
    const lines = [...text.matchAll(/npx parley ([^\n`#]+)/g)].map(([, line]) => (line ?? '').trim())
    expect((await Promise.all(lines.map(faultsOf))).flat()).toEqual([])
  })
})

test('every decision record that the source cites is there', () => {
  const records = readdirSync('docs/adr').map((name) => name.slice(0, 4))
  const cited = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      [...readFileSync(join('src', name), 'utf8').matchAll(/ADRs? (\d{4})/g)].map(([, number]) => ({
        name,
        number,
      })),
    )
  expect(cited.length).toBeGreaterThan(50)
  expect(cited.filter(({ number }) => !records.includes(number ?? ''))).toEqual([])
})

/** What is wrong with one shown command line. */
async function faultsOf(line: string): Promise<readonly string[]> {
  const words = line.split(/\s+/)
  let command: Command = await program(words[0])
  while (words.length > 0) {
    const found = command.commands.find((one) => one.name() === words[0])
    if (found === undefined) break
    command = found
    words.shift()
  }
  if (command.name() === 'parley' && words[0] !== '--help') return [`parley ${line}: no such command`]
  const known = new Set(['--help', ...command.options.flatMap(({ long, short }) => [long, short])])
  return words
    .filter((word) => word.startsWith('-') && !known.has(word))
    .map((flag) => `parley ${line}: no flag ${flag}`)
}
