/** Why input was refused: where, what stood there, what would be right. */
export interface Problem {
  /** A file, and where it has them a row and a column: `votes.csv, row 17, column "vote"`. */
  readonly place: string
  readonly found: string
  readonly expected: string
}

/** What an edge makes of input: all of it, or one problem and nothing. */
export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem }

export const parsed = <T>(value: T): Parsed<T> => ({ kind: 'parsed', value })

export const refused = (problem: Problem): { readonly kind: 'refused'; readonly problem: Problem } => ({
  kind: 'refused',
  problem,
})

/**
 * The one line a person reads.
 *
 * @example
 * problemLine({ place: 'votes.csv, row 3', found: '"2"', expected: '1, 0 or -1' }) // => 'votes.csv, row 3: found "2", expected 1, 0 or -1'
 */
export const problemLine = ({ place, found, expected }: Problem): string =>
  oneLine(`${place}: found ${found}, expected ${expected}`)

/**
 * Input quoted for a message: short, on one line, without control characters.
 *
 * @example
 * quoted('a\nb') // => '"a\\nb"'
 */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)

// Terminals obey control characters; a problem quotes input that may hold them.
const oneLine = (text: string): string =>
  [...text].map((char) => (char < ' ' || (char >= '\u007f' && char <= '\u009f') ? ' ' : char)).join('')
