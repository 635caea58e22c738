import type { Bytes } from '../../../kernel/index.ts'
import { bytesOf, wordsOf } from './words.ts'

/** Ids as two sections: where each ends, and all of them as text. */
export function idsBytes(ids: readonly string[]): [ends: Bytes, text: Bytes] {
  const encoded = ids.map((id) => ENCODER.encode(id))
  const ends = new Uint32Array(ids.length)
  let end = 0
  encoded.forEach((bytes, at) => {
    end += bytes.length
    ends[at] = end
  })
  const text = new Uint8Array(end)
  encoded.forEach((bytes, at) => {
    text.set(bytes, ends[at]! - bytes.length)
  })
  return [bytesOf(ends), text]
}

/** The ids that two sections hold; null where they hold none. */
export function idsIn<Id extends string>(endBytes: Bytes, text: Bytes): Id[] | null {
  const ends = wordsOf(endBytes, Uint32Array)
  const start = (at: number): number => (at === 0 ? 0 : ends[at - 1]!)
  const all = textOf(text)
  if (all === null || (ends.at(-1) ?? 0) !== text.length) return null
  if (!ends.every((end, at) => start(at) <= end)) return null
  // Where every character is one byte, bytes and characters are counted alike.
  if (all.length === text.length) return Array.from(ends, (end, at) => all.slice(start(at), end) as Id)
  const ids = Array.from(ends, (end, at) => textOf(text.subarray(start(at), end)))
  return ids.includes(null) ? null : (ids as Id[])
}

/** Bytes as text; null where they are no UTF-8. A copy is decoded: shared memory cannot be. */
export function textOf(bytes: Bytes): string | null {
  try {
    return DECODER.decode(bytes.slice())
  } catch {
    return null
  }
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const ENCODER = new TextEncoder()
