import { type Interval, wilson } from '../../../kernel/index.ts'
import type { Listening } from '../../../listen/index.ts'

/** One kind of people: their share of the affected, and of those heard who said. */
export interface Heard {
  readonly attribute: string
  readonly value: string
  /** Their share of the affected people. */
  readonly population: number
  readonly heard: Interval
  readonly source: string
  /** `missing`: surely a smaller share of those heard; `many`: surely a larger one; `alike`: too close to say. */
  readonly compared: 'missing' | 'many' | 'alike'
}

/**
 * Who was heard, against who is affected, the largest shortfall first.
 *
 * A share is one of those who said something about the attribute: silence about oneself is not absence.
 *
 * Errors: none; without population figures the list is empty, and nobody can say who is missing.
 */
export function heardOf({ population, participants }: Listening): readonly Heard[] {
  return population
    .map(({ attribute, value, share, source }): Heard => {
      const said = participants.filter(({ declared }) => (declared[attribute] ?? '') !== '')
      const heard = wilson(said.filter(({ declared }) => declared[attribute] === value).length, said.length)
      const compared = heard.high < share ? 'missing' : heard.low > share ? 'many' : 'alike'
      return { attribute, value, population: share, heard, source, compared }
    })
    .sort((a, b) => shortfall(b) - shortfall(a))
}

/** Who is missing most, of those who surely are; null where nobody surely is, or nobody can say. */
export const mostMissing = (all: readonly Heard[]): Heard | null =>
  all.find(({ compared, heard }) => compared === 'missing' && heard.n > 0) ?? null

/** How much smaller, as a part of the share they should have: one in nine missing weighs like nine in 81. */
const shortfall = ({ population, heard }: Heard): number =>
  population === 0 ? 0 : (population - heard.estimate) / population

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
