/** More sets than this do not fit the bits of a word. */
export const MOST_SETS = 31

/**
 * The smallest collections of members that meet every set, each once.
 *
 * Each member is the sets it is in, as bits of a word: a collection meets every set when its words cover all bits, and
 * nothing in it can be spared while each of its members alone covers some bit. The search takes the first set that is
 * not met and tries each of its members; one that makes an earlier member needless, among the sets so far, is given up
 * at once, which also keeps any collection from being found twice.
 *
 * Shapes: sets of member numbers -> collections of at most `most` members, in the order in which they are found.
 * Errors: throws RangeError for more than `MOST_SETS` sets. No sets, or an empty one: none.
 * Source: transversals one set at a time after Berge 1989, Hypergraphs, chapter 2, depth first and with words of bits
 * as in Murakami & Uno 2014, Discrete Appl. Math. 170:83-94 (critical hyperedges); ADR 0062.
 *
 * @example
 * transversals([[0, 1], [1, 2], [0, 2]]) // => [[0, 2], [1, 0], [1, 2]]
 */
export function transversals(sets: readonly (readonly number[])[], most = MOST_SETS): number[][] {
  if (sets.length > MOST_SETS) throw new RangeError(`at most ${MOST_SETS} sets, got ${sets.length}`)
  // Small sets first: they leave the fewest ways to go on.
  const ordered = [...sets].sort((a, b) => a.length - b.length)
  const words = wordsOf(ordered)
  const found: number[][] = []
  const members: number[] = []
  const chosen: number[] = []

  const goOn = (met: number, once: number): void => {
    let next = 0
    while (next < ordered.length && (met >> next) & 1) next++
    if (next === ordered.length) found.push([...members])
    else if (members.length < most)
      for (const member of ordered[next]!) {
        const word = words.get(member)!
        const single = (once & ~word) | (word & ~met)
        if (someIsNeedless(chosen, single & upTo(next))) continue
        members.push(member)
        chosen.push(word)
        goOn(met | word, single)
        members.pop()
        chosen.pop()
      }
  }
  if (ordered.length > 0) goOn(0, 0)
  return found
}

/** Whether a member covers none of the bits that are covered once. */
function someIsNeedless(chosen: readonly number[], single: number): boolean {
  for (const word of chosen) if ((word & single) === 0) return true
  return false
}

/** The bits of the first sets, to this one. */
const upTo = (last: number): number => 2 ** (last + 1) - 1

function wordsOf(sets: readonly (readonly number[])[]): Map<number, number> {
  const words = new Map<number, number>()
  for (const [at, set] of sets.entries())
    for (const member of set) words.set(member, (words.get(member) ?? 0) | (1 << at))
  return words
}
