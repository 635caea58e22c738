import { RE2JS } from 're2js'

/**
 * A test for a pattern of a charter, or null when the linear-time engine does not accept it. Charters come from
 * people, and a backtracking engine can be made to think for years about one short pattern.
 *
 * Source: Cox 2007, Regular Expression Matching Can Be Simple And Fast; RE2 syntax through re2js.
 *
 * @example
 * matcher('(?i)i am a person')?.('No, I am a person.') // => true
 * matcher('(?=lookahead)') // => null
 */
export function matcher(pattern: string): ((text: string) => boolean) | null {
  const compiled = compile(pattern)
  return compiled === null ? null : (text) => compiled.matcher(text).find()
}

function compile(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern)
  } catch {
    return null // the engine says no by throwing; callers name the pattern and its clause
  }
}
