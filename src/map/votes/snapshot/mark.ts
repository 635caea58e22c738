import { type Bytes, sameBytes, sha256, utf8 } from '../../../kernel/index.ts'

/** What counts in the file: its first `length` bytes; the mark with the higher number is the newer. */
export interface Mark {
  readonly number: number
  readonly length: number
}

/** Two marks stand in the first page, far enough apart that no disk tears both in one write. */
export const MARK_PLACES = [0, 2048] as const
export const FIRST_SEGMENT = 4096
export const MARK_BYTES = 64

export function markBytes({ number, length }: Mark): Bytes {
  const bytes = new Uint8Array(MARK_BYTES)
  bytes.set(MAGIC)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(16, BigInt(number), true)
  view.setBigUint64(24, BigInt(length), true)
  bytes.set(sha256(bytes.subarray(0, 32)), 32)
  return bytes
}

/** The newer of the two marks that are whole; null where none is. */
export function markIn(page: Bytes): Mark | null {
  const marks = MARK_PLACES.map((at) => page.subarray(at, at + MARK_BYTES))
    .filter((bytes) => bytes.length === MARK_BYTES && sameBytes(bytes.subarray(0, 16), MAGIC))
    .filter((bytes) => sameBytes(sha256(bytes.subarray(0, 32)), bytes.subarray(32)))
    .map((bytes) => {
      const view = viewOf(bytes)
      return { number: Number(view.getBigUint64(16, true)), length: Number(view.getBigUint64(24, true)) }
    })
  return marks.sort((a, b) => b.number - a.number)[0] ?? null
}

/** Whether a file is of this format, whatever its version. */
export const isVotesFile = (page: Bytes): boolean =>
  sameBytes(page.subarray(0, MAGIC_WORD.length), MAGIC_WORD)

const viewOf = ({ buffer, byteOffset, byteLength }: Bytes): DataView =>
  new DataView(buffer, byteOffset, byteLength)

const MAGIC_WORD = utf8('parley votes ')
const MAGIC = utf8('parley votes 1\n\n')
