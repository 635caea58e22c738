import type { Bytes } from '../digest.ts'

/** A line of a file as it stands there; the first is number 1. */
export interface Line {
  readonly number: number
  /** Without the line feed. */
  readonly bytes: Bytes
  /** Whether a line feed ends it. */
  readonly ended: boolean
}

/** What is wrong, where, in one sentence. */
export interface LineProblem {
  readonly line: number
  readonly says: string
}

/**
 * The lines of a file, one by one. Nothing after the last line feed is no line.
 *
 * @example
 * [...linesOf(utf8('a\n\nb'))].map((line) => [line.number, line.bytes.length, line.ended]) // => [[1, 1, true], [2, 0, true], [3, 1, false]]
 */
export function* linesOf(bytes: Bytes): Generator<Line, void, undefined> {
  for (let at = 0, number = 1; at < bytes.length; number++) {
    const end = bytes.indexOf(LINE_FEED, at)
    const ended = end >= 0
    yield { number, bytes: bytes.subarray(at, ended ? end : bytes.length), ended }
    at = ended ? end + 1 : bytes.length
  }
}

/** The text of a line, or what is wrong with any line that looks so. */
export type LineText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly says: string }

/**
 * A line as text: whole, UTF-8, and ended by a line feed alone.
 *
 * @example
 * lineText({ number: 1, bytes: utf8('a\r'), ended: true }) // => { kind: 'fault', says: 'the line ends with CR LF, a line feed alone is expected' }
 */
export function lineText({ bytes, ended }: Line): LineText {
  if (!ended) return fault('the line is cut short, no line feed ends it')
  const text = fromUtf8(bytes)
  if (text === null) return fault('the line is not valid UTF-8')
  if (text.endsWith('\r')) return fault('the line ends with CR LF, a line feed alone is expected')
  return { kind: 'text', text }
}

export const LINE_FEED = 0x0a

const fault = (says: string): LineText => ({ kind: 'fault', says })

function fromUtf8(bytes: Bytes): string | null {
  try {
    return STRICT.decode(bytes)
  } catch {
    return null
  }
}

// A byte order mark is a change of the file like any other.
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
