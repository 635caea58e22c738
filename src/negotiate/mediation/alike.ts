/**
 * How many of the shorter one's longer words two texts share, from 0 to 1: a plain likeness that works in any language
 * that puts spaces between words, and needs no model.
 *
 * @example
 * likeness('It admits mistakes.', 'Mistakes are what it admits first') // => 1
 * likeness('It is so', 'It is so') // => 0
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, Math.min(a.size, b.size))
}

/** From this on two texts are taken to speak of the same thing. */
export const ALIKE = 0.5

/** Words of four letters and more; shorter ones say little by themselves. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) as readonly string[])

/**
 * What remains of a text when only its letters and digits count: two that agree in it say the same words.
 *
 * @example
 * bareWords('It  WAITS, then asks!') // => 'it waits then asks'
 */
export const bareWords = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')
