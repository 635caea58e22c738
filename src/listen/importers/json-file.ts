import { type Parsed, parsed, quoted, refused } from '../../kernel/index.ts'
import type { TextFile } from './text-file.ts'

/** What a file of JSON says. */
export function jsonIn({ name, text }: TextFile): Parsed<unknown> {
  try {
    return parsed(JSON.parse(text))
  } catch {
    return refused({ place: name, found: quoted(text), expected: 'one JSON value' })
  }
}
