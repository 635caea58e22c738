/** A request on one line of a list. */
const LONGEST = 120

/**
 * The beginning of a text, on one line, cut between words.
 *
 * @example
 * excerptOf('one\ntwo') // => 'one two'
 */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= LONGEST) return line
  const cut = [...line].slice(0, LONGEST).join('')
  return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut} …`
}
