import type { Bytes } from '../../../kernel/index.ts'

/** The bytes of an array, where they lie. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Bytes =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** The numbers in some bytes, where they lie: on the machines there are, memory is little-endian as the file is. */
export const wordsOf = <T>(
  { buffer, byteOffset, byteLength }: Bytes,
  array: { new (buffer: ArrayBufferLike, at: number, length: number): T; readonly BYTES_PER_ELEMENT: number },
): T => new array(buffer, byteOffset, byteLength / array.BYTES_PER_ELEMENT)
