import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as kernel from '../../src/kernel/index.ts'

/** Runs every `@example` of the source: `call // => value` compares, `call // ~> number` compares the digits shown. */
const SRC = new URL('../../src/', import.meta.url)
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|case)\.tsx?$/.test(name))
  .filter((name) => readFileSync(new URL(name, SRC), 'utf8').includes('@example'))
  .sort()

for (const file of files) {
  describe(relative('.', file), async () => {
    const own: Record<string, unknown> = await import(new URL(file, SRC).href)
    const scope = { ...kernel, ...own }
    for (const example of examplesIn(readFileSync(new URL(file, SRC), 'utf8'))) {
      test(example.join(' ').slice(0, 100), async () => {
        for (const { actual, expected, digits } of await run(example, scope)) {
          if (digits === null) expect(actual).toEqual(expected)
          else expect(actual).toBeCloseTo(Number(expected), digits)
        }
      })
    }
  })
}

test('the source has examples', () => expect(files.length).toBeGreaterThan(5))

function examplesIn(text: string): string[][] {
  const blocks = [...text.matchAll(/@example((?:\n\s*\*(?!\/)[^\n]*)+)/g)]
  return blocks.map(([, body]) =>
    (body ?? '')
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
      .filter((line) => line !== '' && !line.startsWith('```')),
  )
}

interface Outcome {
  readonly actual: unknown
  readonly expected: unknown
  readonly digits: number | null
}

function run(example: readonly string[], scope: Record<string, unknown>): Promise<Outcome[]> {
  const body = example.map((line) => {
    const [, call, arrow, value] = /^(.*?)\s*\/\/\s*(=>|~>)\s*(.*)$/.exec(line) ?? []
    if (call === undefined) return line
    const digits = arrow === '~>' ? (value?.split('.')[1]?.length ?? 0) : null
    return `outcomes.push({ actual: await (${call}), expected: (${value}), digits: ${digits} })`
  })
  if (body.every((line, at) => line === example[at]))
    throw new Error('an example without "// =>" proves nothing')
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor
  const code = `const outcomes = []\n${body.join('\n')}\nreturn outcomes`
  return AsyncFunction(...Object.keys(scope), code)(...Object.values(scope))
}
