import type { Interval } from '../kernel/index.ts'

/** How numbers are said, so that every page says them alike. */

/**
 * A share as a percentage with its interval.
 *
 * @example
 * shareText({ estimate: 0.41, low: 0.36, high: 0.45, n: 438, method: 'wilson', level: 0.95 }) // => '41 % (36–45)'
 */
export const shareText = ({ estimate, low, high }: Interval): string =>
  `${percent(estimate)} % (${percent(low)}–${percent(high)})`

/**
 * A number that is no share, with its interval.
 *
 * @example
 * spanText({ estimate: 0.406, low: -0.02, high: 0.451 }) // => '0.41 (−0.02 to 0.45)'
 */
export const spanText = ({ estimate, low, high }: Pick<Interval, 'estimate' | 'low' | 'high'>): string =>
  `${hundredths(estimate)} (${hundredths(low)} to ${hundredths(high)})`

const hundredths = (value: number): string => value.toFixed(2).replace('-', '−').replace('−0.00', '0.00')

/**
 * @example
 * percent(0.416) // => '42'
 */
export const percent = (share: number): string => String(Math.round(share * 100))

/**
 * Words in a row, as a sentence joins them.
 *
 * @example
 * listed(['A', 'B', 'C']) // => 'A, B and C'
 */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

// On pages a share needs as many people as in a report (ADR 0041, ADR 0042).
export { counted, FEWEST_SHOWN, number } from '../kernel/index.ts'
