import { type Parsed, type Problem, parsed, refused } from '../../kernel/index.ts'
import type { Files } from './importer.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

/** How much one import may hold, in bytes: far above the largest published conversation. Source: ADR 0012. */
export const MAX_BYTES = 256 * 1024 * 1024

/**
 * The named files as text, without the mark that some programs put before the first letter.
 *
 * Errors: refused when the files are too large together, or when one is not UTF-8 or holds a NUL.
 */
export function textFiles(files: Files, names: readonly string[]): Parsed<readonly TextFile[]> {
  const size = names.reduce((total, name) => total + (files.get(name)?.length ?? 0), 0)
  if (size > MAX_BYTES)
    return refused({
      place: names.join(', '),
      found: `${size} bytes`,
      expected: `at most ${MAX_BYTES} bytes together`,
    })
  const texts: TextFile[] = []
  for (const name of names) {
    const text = textOf(files.get(name) ?? '')
    const problem = problemIn(name, text)
    if (problem !== null) return refused(problem)
    texts.push({ name, text: text.decoded })
  }
  return parsed(texts)
}

interface Decoded {
  readonly decoded: string
  /** Where the first thing stands that is not text; -1 when all of it is. */
  readonly broken: number
}

function textOf(content: Uint8Array | string): Decoded {
  const decoded =
    typeof content === 'string' ? content.replace(/^\uFEFF/, '') : new TextDecoder().decode(content)
  // The decoder puts U+FFFD in place of what is not UTF-8; only a strict one can tell it from a U+FFFD that was written.
  return { decoded, broken: decoded.search(isUtf8(content) ? NOT_TEXT : NOT_TEXT_OR_REPLACED) }
}

function isUtf8(content: Uint8Array | string): boolean {
  if (typeof content === 'string') return true
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}

const NOT_TEXT = /[\0\p{Cs}]/u
const NOT_TEXT_OR_REPLACED = /[\0\uFFFD\p{Cs}]/u

function problemIn(name: string, { decoded, broken }: Decoded): Problem | null {
  if (broken < 0) return null
  const line = decoded.slice(0, broken).split('\n').length
  const found = decoded[broken] === '\0' ? 'a NUL' : 'bytes that are not UTF-8'
  return { place: `${name}, line ${line}`, found, expected: 'text in UTF-8' }
}
