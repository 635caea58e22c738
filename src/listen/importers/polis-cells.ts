import { type Id, id, type Sign } from '../../kernel/index.ts'
import { MAX_TEXT } from '../schema-words.ts'
import { LAST_INSTANT } from './instant.ts'
import type { Kind } from './typed-table.ts'

/** What the cells of a Polis export may say. */

const WHOLE = /^(0|[1-9]\d{0,9})$/

/** Polis counts people and statements, so a column of the matrix can be told from any other by its name. */
export const isPolisId = (cell: string): boolean => WHOLE.test(cell)

export const polisId = <Of extends string>(): Kind<Id<Of>> => ({
  expected: 'a whole number',
  read: (cell) => (WHOLE.test(cell) ? id(cell) : undefined),
})

/** A vote in the sign of an export, where agree is +1; or what a moderator did. */
export const sign: Kind<Sign> = {
  expected: '1, 0 or -1',
  read: (cell) => SIGNS.get(cell),
}
const SIGNS: ReadonlyMap<string, Sign> = new Map([
  ['1', 1],
  ['0', 0],
  ['-1', -1],
])

export const flag: Kind<boolean> = {
  expected: 'true or false',
  read: (cell) => FLAGS.get(cell.toLowerCase()),
}
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['t', true],
  ['1', true],
  ['false', false],
  ['f', false],
  ['0', false],
  ['', false],
])

export const count: Kind<number> = {
  expected: 'a whole number',
  read: (cell) => (WHOLE.test(cell) ? Number(cell) : undefined),
}

export const decimal: Kind<number> = {
  expected: 'a number that is not negative',
  read: (cell) => (/^\d{1,20}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i.test(cell) ? Number(cell) : undefined),
}

export const millis: Kind<number> = {
  expected: 'milliseconds since 1970',
  read: (cell) => (/^\d{1,15}$/.test(cell) && Number(cell) <= LAST_INSTANT ? Number(cell) : undefined),
}

export const text: Kind<string> = {
  expected: `a text of at most ${MAX_TEXT} characters`,
  read: (cell) => (cell.length <= MAX_TEXT ? cell : undefined),
}
