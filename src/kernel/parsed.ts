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
  onOneLine(`${place}: found ${found}, expected ${expected}`)

/**
 * Input quoted for a message: short, on one line, without control characters.
 *
 * @example
 * quoted('a\nb') // => '"a\\nb"'
 */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)

/**
 * Text for one line of a terminal: a terminal obeys control characters, and marks of direction show what is not there.
 *
 * @example
 * onOneLine('a\nb\u001b[2J\u202ec') // => 'a b [2J c'
 */
export const onOneLine = (text: string): string => text.replace(STEERS, ' ')

// Control characters, the line ends of Unicode, and what embeds, overrides or isolates a direction.
const STEERS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu
