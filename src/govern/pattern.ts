import { RE2JS } from 're2js'

/**
 * Whether any of the texts holds the pattern, letters large or small; null when the pattern cannot be read, which is
 * unknown and never "no".
 *
 * Patterns come from charters, so they run in a linear-time engine: no pattern and no text can hang the gateway.
 *
 * Source: RE2 syntax (Cox 2007, "Regular Expression Matching Can Be Simple And Fast") through re2js.
 *
 * @example
 * matches('^(a+)+$', ['AAAA!', 'aaaa']) // => true
 * matches('(?!x)', ['x']) // => null
 */
export function matches(pattern: string, texts: readonly string[]): boolean | null {
  try {
    // Composed, as the folded readings are: an accent typed in two characters is the same letter.
    const compiled = RE2JS.compile(pattern.normalize('NFC'), RE2JS.CASE_INSENSITIVE)
    return texts.some((text) => compiled.test(text))
  } catch {
    return null
  }
}
