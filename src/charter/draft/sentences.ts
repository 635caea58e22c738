import { atLeast, type Interval } from '../../kernel/index.ts'
import type { Support } from '../schema.ts'

/** The fixed forms of everything a draft says in its own words: counts and names go in, nothing else. */

/**
 * @example
 * counted(1, 'statement') // => '1 statement'
 * counted(2, 'person', 'people') // => '2 people'
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/**
 * @example
 * listed(['a', 'b', 'c']) // => 'a, b and c'
 */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** How many of how many. */
export const ofAsked = ({ estimate, n }: Interval): string =>
  `${Math.round(estimate * n)} of ${counted(n, 'person', 'people')}`

/** The shares that carry a floor, with the bounds that the thresholds are held against. */
export function carriedBy({ overall, groups }: Support, says: string): string {
  const lows = Object.values(groups).map(({ low }) => low)
  const each = lows.length === 0 ? '' : ` and ${atLeast(Math.min(...lows))} in each group`
  return `${ofAsked(overall)} asked ${says}: at least ${atLeast(overall.low)} overall${each} (95 %)`
}

/**
 * A statement as one cites it in a sentence.
 *
 * @example
 * cited('Be kind.') // => '“Be kind.”'
 */
export const cited = (text: string): string => `“${text}”`

/**
 * @example
 * percent(0.09) // => '9 %'
 */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`

/**
 * The first of many names, and how many more there are.
 *
 * @example
 * sample(['a', 'b', 'c', 'd'], 2) // => 'a, b and 2 more'
 */
export const sample = (names: readonly string[], most: number): string =>
  listed(names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names)

/**
 * A probability in whole hundredths, rounded down so that it never says more than a threshold was met by; never certain.
 *
 * @example
 * [chanceSays(1), chanceSays(0.9683), chanceSays(0.9497)] // => ['over 99 in 100', '96 in 100', '94 in 100']
 */
export const chanceSays = (probability: number): string =>
  probability > 0.99 ? 'over 99 in 100' : `${Math.floor(probability * 100 + 1e-9)} in 100`
