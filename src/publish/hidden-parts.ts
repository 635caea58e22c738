import { FEWEST_SHOWN } from '../kernel/index.ts'

/** Some of the people counted together: those of one age, say. */
export interface Part<Key> {
  readonly key: Key
  readonly count: number
}

/** Why a part is not shown: it is small itself, or it would give away one that is. */
export type WhyHidden = 'too-few' | 'gives-away'

/**
 * Which parts of a published total cannot be published, and why.
 *
 * A single hidden part is the total less all others. So others are hidden beside it, in the order given, until the
 * hidden ones together leave every count from 0 to 19 open for each that is small. The order must not depend on the
 * counts: a reader who knows this rule would otherwise learn from the choice.
 *
 * Shapes: the parts that make up the total -> the hidden ones by key; empty when nothing is small.
 * Source: this project, ADR 0042; complementary suppression after Cox 1980, J. Am. Stat. Assoc. 75(370):377-385.
 *
 * @example
 * [...hiddenParts([{ key: 'yes', count: 401 }, { key: 'no', count: 3 }])] // => [['no', 'too-few'], ['yes', 'gives-away']]
 * [...hiddenParts([{ key: 'a', count: 20 }, { key: 'b', count: 21 }])] // => []
 */
export function hiddenParts<Key>(parts: readonly Part<Key>[]): ReadonlyMap<Key, WhyHidden> {
  const small = parts.filter(({ count }) => count < FEWEST_SHOWN)
  const hidden = new Map<Key, WhyHidden>(small.map(({ key }) => [key, 'too-few']))
  let people = small.reduce((total, { count }) => total + count, 0)
  let beside = 0
  // Each part beside has 20 people or more, as its reason says; 20 beyond leave every small count open.
  const enough = () => small.length === 0 || (beside > 0 && people >= FEWEST_SHOWN * (beside + 1))
  for (const { key, count } of parts.filter((part) => !small.includes(part))) {
    if (enough()) return hidden
    hidden.set(key, 'gives-away')
    people += count
    beside += 1
  }
  // Nothing is left to hide beside them: then not even which parts are small is said.
  return enough() ? hidden : new Map(parts.map(({ key }) => [key, 'gives-away']))
}
