import type { StatementId } from '../kernel/index.ts'
import type { Told } from './profile.ts'

/**
 * The candidates in parts between which nobody answered anything: no rule can hold a statement of one part against a
 * statement of another, and where there is more than one part, an order over all of them is not known.
 *
 * Shapes: every candidate in one part, in order; parts by their first candidate. Linear in what was seen.
 * Source: the condition of Ford 1957, Am. Math. Mon. 64(8):28-33, for comparing at all.
 */
export function comparableParts({ candidates, seen }: Told): readonly (readonly StatementId[])[] {
  const leader = Uint32Array.from(candidates.keys())
  const first = (candidate: number): number => {
    let at = candidate
    while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!
    return at
  }
  for (let person = 0; person + 1 < seen.offsets.length; person++)
    for (let at = seen.offsets[person]! + 1; at < seen.offsets[person + 1]!; at++) {
      const [one, other] = [first(seen.candidates[at - 1]!), first(seen.candidates[at]!)]
      leader[Math.max(one, other)] = Math.min(one, other)
    }
  const parts = new Map<number, StatementId[]>()
  for (const [candidate, id] of candidates.entries()) {
    const part = parts.get(first(candidate)) ?? []
    parts.set(first(candidate), part)
    part.push(id)
  }
  return [...parts.values()]
}

/**
 * That the candidates cannot all be compared, in a sentence.
 *
 * @example
 * notComparable([['a', 'b'], ['c']]) // => 'Not comparable: nobody answered statements of more than one of 2 parts (2 and 1 statements). Rules that hold statements one against one know nothing across them, and follow the order of the list there.'
 */
export const notComparable = (parts: readonly (readonly unknown[])[]): string =>
  `Not comparable: nobody answered statements of more than one of ${parts.length} parts (${parts.map(({ length }) => length).join(' and ')} statements). Rules that hold statements one against one know nothing across them, and follow the order of the list there.`
