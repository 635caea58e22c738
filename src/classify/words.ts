/**
 * A count with its noun, as people write it.
 *
 * @example
 * counted(1, 'case') // => '1 case'
 * counted(3, 'person', 'people') // => '3 people'
 */
export const counted = (n: number, noun: string, nouns = `${noun}s`): string =>
  `${n} ${n === 1 ? noun : nouns}`

/**
 * A statement or a response as it stands in a sentence: quoted, without its full stop, cut at a word when long.
 *
 * @example
 * named('Tell the truth.') // => '“Tell the truth”'
 */
export function named(text: string): string {
  const bare = text.trim().replace(/\.$/, '')
  if (bare.length <= LONGEST) return `“${bare}”`
  const cut = bare.slice(0, LONGEST - 1)
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…”`
}

const LONGEST = 140
