import { FEWEST_SHOWN } from '../kernel/index.ts'
import type { WhyHidden } from './hidden-parts.ts'
import type { PublishedShare } from './schema/parts.ts'

/** The fixed forms of everything a report says: counts and names go in, nothing else. */

/**
 * @example
 * counted(1, 'clause') // => '1 clause'
 * counted(2000, 'person', 'people') // => '2,000 people'
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/**
 * @example
 * listed(['A', 'B', 'C']) // => 'A, B and C'
 */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/**
 * The first of many, and how many more there are.
 *
 * @example
 * some(['a', 'b', 'c', 'd'], 2) // => 'a, b and 2 more'
 */
export const some = (words: readonly string[], most: number): string =>
  listed(words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words)

/**
 * @example
 * cited('It waits.') // => '“It waits”'
 */
export const cited = (text: string): string => `“${text.trim().replace(/(?<!\.)\.$/, '')}”`

/**
 * A share of 1 in per cent, to a tenth below ten.
 *
 * @example
 * [percent(0.0912), percent(0.59)] // => ['9.1 %', '59 %']
 */
export const percent = (share: number): string =>
  `${share < 0.1 ? Math.round(share * 1000) / 10 : Math.round(share * 100)} %`

/**
 * People to the nearest ten, or that there are too few to say.
 *
 * @example
 * [about(60), about(null)] // => ['about 60 people', 'fewer than 20 people']
 */
export const about = (people: number | null): string =>
  people === null ? `fewer than ${FEWEST_SHOWN} people` : `about ${grouped(people)} people`

/**
 * A published share in words, without how many it rests on.
 *
 * @example
 * shareSays({ kind: 'shown', percent: 41, low: 36, high: 45 }) // => '41 % (36–45)'
 * shareSays({ kind: 'at-most', percent: 6, low: 0, high: 11 }) // => 'at most 6 % (0–11)'
 */
export function shareSays(share: PublishedShare): string {
  if (share.kind === 'not-shown') return 'not shown'
  const bound = share.kind === 'shown' ? '' : share.kind === 'at-most' ? 'at most ' : 'at least '
  return `${bound}${share.percent} % (${share.low}–${share.high})`
}

/**
 * Why something is not shown.
 *
 * @example
 * whyHiddenSays('too-few') // => 'Not shown: fewer than 20 people'
 */
export const whyHiddenSays = (because: WhyHidden): string =>
  because === 'too-few'
    ? `Not shown: fewer than ${FEWEST_SHOWN} people`
    : `Not shown: it would give away a number that is too small to show`

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
