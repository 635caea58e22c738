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
  const compiled = compiledOf(pattern)
  return compiled === null ? null : texts.some((text) => compiled.test(text))
}

/**
 * Compiled once for each pattern: a charter's patterns are few and are matched on every reply. The engine builds its
 * tables as it reads, so keeping them is most of the speed; what they answer does not depend on what was read.
 */
const known = new Map<string, RE2JS | null>()

/** More than any charter has; beyond it the memory starts again, so that it cannot grow without end. */
const MOST_KNOWN = 1000

function compiledOf(pattern: string): RE2JS | null {
  const kept = known.get(pattern)
  if (kept !== undefined) return kept
  if (known.size >= MOST_KNOWN) known.clear()
  const compiled = compile(pattern)
  known.set(pattern, compiled)
  return compiled
}

function compile(pattern: string): RE2JS | null {
  try {
    // Composed, as the folded readings are: an accent typed in two characters is the same letter.
    return RE2JS.compile(pattern.normalize('NFC'), RE2JS.CASE_INSENSITIVE)
  } catch {
    return null
  }
}
