import { z } from 'zod'
import type { Id } from '../kernel/index.ts'

/** The leaves that records are made of. Each error message says what would be right: it becomes `expected`. */

/** Longest text a record may hold, in UTF-16 units. Source: ADR 0013. */
export const MAX_TEXT = 20_000

// NUL cannot be stored by PostgreSQL, and a lone surrogate has no UTF-8 form: both would change on their way through.
const STORABLE = /^[^\0\p{Cs}]*$/u

export const text = z
  .string('a text')
  .max(MAX_TEXT, `a text of at most ${MAX_TEXT} characters`)
  .regex(STORABLE, 'a text without NUL and without halves of characters')

export const words = text.min(1, 'a text that is not empty')

// Invisible characters and spaces would make two ids look like one.
const ID = /^[^\s\p{Cc}\p{Cf}\p{Cs}]{1,128}$/u
const id = z.string('an id').regex(ID, 'an id of 1 to 128 visible characters without spaces')

/** An id of one kind: checked as text, branded without a step at run time. */
export const idOf = <Kind extends string>() => id as unknown as z.ZodType<Id<Kind>, string>

/** One of a few words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(...options: Words) =>
  z.enum(options, `${options.length > 1 ? 'one of ' : ''}${options.map((word) => `"${word}"`).join(', ')}`)

export const yesOrNo = z.boolean('true or false')

export const wholeNumber = z.int('a whole number').min(0, 'a whole number that is not negative')

export const share = z.number('a share').min(0, 'a share of 0 to 1').max(1, 'a share of 0 to 1')

/** Whether a text can be the id of anything. */
export const isId = (text: string): boolean => ID.test(text)

/**
 * Whether a text can name an assembly: it stands in addresses, where `.` and `..` mean another place.
 *
 * @example
 * [isAssemblyId('ward-7'), isAssemblyId('..'), isAssemblyId('a b'), isAssemblyId('')] // => [true, false, false, false]
 */
export const isAssemblyId = (text: string): boolean => isId(text) && !/^\.{1,2}$/.test(text)
