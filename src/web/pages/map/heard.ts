import { type HeardRow, heardIn } from '../../../publish/index.ts'
import type { Mapped } from '../../views.ts'
import { number } from '../../words.ts'

/** One kind of people whose share of the affected is known, and what may be shown of those heard. */
export interface Heard extends Pick<HeardRow, 'value' | 'heard' | 'compared'> {
  readonly attribute: string
  /** Their share of the affected people. */
  readonly population: number
  readonly source: string
  /** How many said this about themselves; null: too few to say how many. */
  readonly said: number | null
}

/**
 * Who was heard, against who is affected, whoever is missing first. What a report does not show, as it would point
 * at a few people, is not shown here either (ADR 0042).
 *
 * Errors: none; without population figures the list is empty, and nobody can say who is missing.
 */
export function heardOf(study: Mapped): readonly Heard[] {
  const all = heardIn(study).attributes.flatMap(({ attribute, said, rows }) =>
    rows.flatMap(({ value, target, source, heard, compared }): Heard[] =>
      target === null
        ? []
        : [{ attribute, value, population: target, source: source ?? '', said, heard, compared }],
    ),
  )
  return [...all].sort((a, b) => missing(b) - missing(a))
}

/** Of whom fewer than 20 were heard is missing most; beyond that, what is shown must not depend on hidden counts. */
const missing = ({ compared, heard }: Heard): number =>
  compared === 'fewer' ? (heard.kind === 'shown' ? 1 : 2) : 0

/** Who is surely missing, the first of them; null where nobody surely is, or nobody can say. */
export const missingFirst = (all: readonly Heard[]): Heard | null =>
  all.find(({ compared }) => compared === 'fewer') ?? null

/**
 * How many of those heard they are, in words, of whoever is missing: of those a hidden count is a small one.
 *
 * @example
 * heardSays({ heard: { kind: 'not-shown', because: 'too-few' }, said: 404 }) // => 'fewer than 20 of the 404 heard who said'
 */
export function heardSays({ heard, said }: Pick<Heard, 'heard' | 'said'>): string {
  const all = said === null ? 'those heard who said' : `the ${number(said)} heard who said`
  return heard.kind === 'shown' ? `${inHundred(heard.share)} in 100 of ${all}` : `fewer than 20 of ${all}`
}

/**
 * A share as a count among a hundred, with one decimal below ten.
 *
 * @example
 * [inHundred(0.014), inHundred(0.31)] // => ['1.4', '31']
 */
export const inHundred = (share: number): string => {
  const hundredths = 100 * share
  return hundredths < 9.95 ? String(Number(hundredths.toFixed(1))) : String(Math.round(hundredths))
}
