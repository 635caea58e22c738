import type { z } from 'zod'
import { type Parsed, type Problem, parsed, quoted, refused } from '../kernel/index.ts'
import { type ListeningRecord, listeningRecord, RECORD_TYPES } from './record.ts'

/**
 * One record out of parsed JSON, with every default filled in.
 *
 * Errors: refused with the first field that is wrong; `place` says where the record stands.
 *
 * @example
 * const { problem } = parseRecord({ type: 'withdrawal', participant: 'p1' }, 'a.jsonl, row 3')
 * problemLine(problem) // => 'a.jsonl, row 3, field "statement": found nothing, expected an id'
 */
export function parseRecord(value: unknown, place: string): Parsed<ListeningRecord> {
  const result = listeningRecord.safeParse(value)
  return result.success ? parsed(result.data) : refused(problemOf(result.error, value, place))
}

type Issue = z.core.$ZodIssue

function problemOf({ issues }: z.ZodError, value: unknown, place: string): Problem {
  const issue = issues[0] as Issue
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return {
      place: inField(place, [...path, issue.keys[0] ?? '']),
      found: 'a field that this type of record does not have',
      expected: 'no such field',
    }
  const found = path.reduce<unknown>(childOf, value)
  if (issue.code === 'invalid_union' && path.at(-1) === 'type')
    return { place: inField(place, path), found: shown(found), expected: `one of ${RECORD_TYPES.join(', ')}` }
  return { place: inField(place, path), found: shown(found), expected: issue.message }
}

const inField = (place: string, path: readonly string[]): string =>
  path.length === 0 ? place : `${place}, field ${quoted(path.join('.'))}`

const childOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
