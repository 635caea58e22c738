import canonicalize from 'canonicalize'
import { hex, sha256, utf8 } from './digest.ts'

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value where it is an object, else an empty one: for reading what may be anything. */
export const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {})

/** The same for a list. */
export const listOf = (value: Json | undefined): readonly Json[] => (isJsonList(value) ? value : [])

/**
 * The one spelling of a JSON value: keys sorted, no spaces.
 *
 * Errors: throws TypeError when the value holds what JSON cannot say; that is a programmer's mistake.
 * Source: JSON Canonicalization Scheme, RFC 8785.
 *
 * @example
 * canonical({ b: 1, a: ['x', null] }) // => '{"a":["x",null],"b":1}'
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return text
}

/**
 * The digest of a JSON value, spelled `sha256:` and 64 hexadecimal digits.
 *
 * @example
 * contentDigest({ a: 1 }).slice(0, 15) // => 'sha256:015abd7f'
 */
export const contentDigest = (value: unknown): string => `sha256:${hex(sha256(utf8(canonical(value))))}`
