import type { Bytes } from '../../../kernel/index.ts'
import { bytesOf, wordsOf } from './words.ts'

export /** Ids as two sections: where each ends, and all of them as text. */
function idsBytes(ids: readonly string[]): [ends: Bytes, text: Bytes] {
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

/** The ids that two sections hold. */
export function idsIn<Id extends string>(endBytes: Bytes, text: Bytes): Id[] {
  const ends = wordsOf(endBytes, Uint32Array)
  const start = (at: number): number => (at === 0 ? 0 : ends[at - 1]!)
  const all = textOf(text)
  // Where every character is one byte, bytes and characters are counted alike.
  if (all.length === text.length) return Array.from(ends, (end, at) => all.slice(start(at), end) as Id)
  return Array.from(ends, (end, at) => textOf(text.subarray(start(at), end)) as Id)
}

/** A copy is decoded: shared memory cannot be. */
export const textOf = (bytes: Bytes): string => DECODER.decode(bytes.slice())

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const ENCODER = new TextEncoder()
