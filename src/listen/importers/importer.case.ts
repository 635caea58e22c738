import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byId, id, type Parsed, problemLine } from '../../kernel/index.ts'
import type { Listening } from '../listening.ts'
import { listeningOf } from '../listening-of.ts'
import { parseRecord } from '../parse-record.ts'
import { recordsOf } from '../records-of.ts'
import type { Files, Importer } from './importer.ts'
import { importers } from './index.ts'

/** Files that must be refused, with exactly this line. */
export interface BrokenSample {
  readonly because: string
  readonly files: Files
  readonly line: string
}

export interface ImporterCase {
  readonly importer: Importer
  readonly good: Files
  readonly broken: readonly BrokenSample[]
}

export const filesOf = (files: Readonly<Record<string, string>>): Files => new Map(Object.entries(files))

/** What every importer must do with its own samples. */
export function describeImporter({ importer, good, broken }: ImporterCase): void {
  const read = (files: Files) => importer.read(files, { assembly: null })

  describe(`the ${importer.name} importer`, () => {
    test('is listed under its name', () => {
      expect(Object.entries(importers)).toContainEqual([importer.name, importer])
    })

    test('alone recognises its files', () => {
      const able = Object.values(importers).filter((each) => each.recognises(good))
      expect(able).toEqual([importer])
      expect(importer.recognises(new Map())).toBe(false)
    })

    test('reads its good sample whole, from text as from bytes', () => {
      const listening = valueIn(read(good))
      expect(faultsOf(listening)).toEqual([])
      expect(listening.statements.length).toBeGreaterThan(0)
      expect(listening.votes.length).toBeGreaterThan(0)
      const bytes = new Map([...good].map(([name, content]) => [name, bytesOf(content)]))
      expect(read(bytes)).toEqual(read(good))
    })

    test('names the assembly as it is told', () => {
      const renamed = valueIn(importer.read(good, { assembly: id('here') }))
      const own = valueIn(read(good))
      expect(renamed).toEqual({ ...own, assembly: { ...own.assembly, id: 'here' } })
    })

    test.each([...broken])('refuses $because', ({ files, line }) => {
      const result = read(files)
      expect(result.kind === 'refused' ? problemLine(result.problem) : 'it was read').toBe(line)
      expect(result).not.toHaveProperty('value')
    })

    test('reads a file that was cut off whole or not at all', () => {
      for (const [name, content] of good) {
        const bytes = bytesOf(content)
        for (let length = 0; length < bytes.length; length++)
          expectWholeOrNothing(read(new Map([...good, [name, bytes.subarray(0, length)]])))
      }
    })

    test('reads files with random damage whole or not at all', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...good.keys()),
          fc.array(damage, { minLength: 1, maxLength: 4 }),
          (name, all) => {
            const bytes = all.reduce(damaged, [...bytesOf(good.get(name) ?? '')])
            expectWholeOrNothing(read(new Map([...good, [name, Uint8Array.from(bytes)]])))
          },
        ),
        { numRuns: 500 },
      )
    })
  })
}

/** One byte put, dropped or changed, at a place given as a share of the file. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.constantFrom(0, 1, 7),
  put: fc.array(
    fc.oneof(fc.constantFrom(...[...'",\n\r-01{}:_\0'].map((char) => char.charCodeAt(0))), fc.nat(255)),
    { maxLength: 2 },
  ),
})

function damaged(
  bytes: number[],
  { at, drop, put }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): number[] {
  return bytes.toSpliced(Math.floor(at * bytes.length), drop, ...put)
}

function expectWholeOrNothing(result: Parsed<Listening>): void {
  if (result.kind === 'parsed') expect(faultsOf(result.value)).toEqual([])
  else {
    expect(result).not.toHaveProperty('value')
    expect(problemLine(result.problem)).toMatch(/^[^\n]+: found [^\n]+, expected [^\n]+$/)
  }
}

/** What is wrong with a Listening that somebody may have half-read. */
export function faultsOf(listening: Listening): readonly string[] {
  const people = new Set(listening.participants.map((person) => person.id))
  const statements = new Set(listening.statements.map((statement) => statement.id))
  const written = recordsOf(listening).map((record) => JSON.parse(JSON.stringify(record)))
  const again = written.map((record) => parseRecord(record, 'written'))
  const refolded = listeningOf(again.flatMap((each) => (each.kind === 'parsed' ? [each.value] : [])))
  return [
    ...listening.votes.filter((vote) => !people.has(vote.participant)).map(() => 'a vote of nobody'),
    ...listening.votes.filter((vote) => !statements.has(vote.statement)).map(() => 'a vote on nothing'),
    ...again.flatMap((record) => (record.kind === 'refused' ? [problemLine(record.problem)] : [])),
    ...(isOrdered([...people]) && isOrdered([...statements]) ? [] : ['a list out of order']),
    ...(isDeepStrictEqual(refolded, listening) ? [] : ['another value after writing']),
  ]
}

const isOrdered = (ids: readonly string[]): boolean =>
  ids.every((each, at) => at === 0 || byId(ids[at - 1] ?? '', each) < 0)

export function valueIn<T>(result: Parsed<T>): T {
  if (result.kind === 'refused') throw new Error(problemLine(result.problem))
  return result.value
}

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
