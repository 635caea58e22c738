import { LINE_FEED, type Line } from '../../kernel/ledger/index.ts'
import type { OpenFile } from './file-layer.ts'

/** A line of a file on disk, and where the next one begins. */
export interface StoredLine extends Line {
  readonly at: number
  readonly end: number
}

/** Where reading begins: a byte, and the number of the line that begins there. */
export interface ReadFrom {
  readonly at: number
  readonly number: number
}

const CHUNK_BYTES = 1 << 16

/** The lines of a file from one of them on, without holding the file in memory. */
export async function* storedLines(
  file: OpenFile,
  { at, number }: ReadFrom,
): AsyncGenerator<StoredLine, void, undefined> {
  let start = at
  let line = number
  let rest = Buffer.alloc(0)
  for (;;) {
    const chunk = await file.read(start + rest.length, CHUNK_BYTES)
    const bytes = Buffer.concat([rest, chunk])
    let from = 0
    for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, from)) {
      const end = start + feed + 1
      yield { number: line, bytes: bytes.subarray(from, feed), ended: true, at: start + from, end }
      line++
      from = feed + 1
    }
    rest = bytes.subarray(from)
    start += from
    if (chunk.length === 0) break
  }
  if (rest.length > 0) yield { number: line, bytes: rest, ended: false, at: start, end: start + rest.length }
}
