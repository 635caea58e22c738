import type { z } from 'zod'
import { type Problem, quoted } from '../kernel/index.ts'

type Issue = z.core.$ZodIssue

/**
 * What is wrong with a value, by the first thing that zod found: the field, what stood there, what would be right.
 *
 * Every message of a schema says what would be right, so that it can stand after "expected".
 */
export function problemOf({ issues }: z.ZodError, value: unknown, place: string): Problem {
  const issue = issues[0] as Issue
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return {
      place: inField(place, [...path, issue.keys[0] ?? '']),
      found: 'a field that this type of record does not have',
      expected: 'no such field',
    }
  const found = path.reduce<unknown>(childOf, value)
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
