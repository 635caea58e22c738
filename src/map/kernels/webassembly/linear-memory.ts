import type { Memory } from './web-assembly.ts'

/** The memory of a WebAssembly instance, filled from the bottom; an address is a number of bytes. */
export interface LinearMemory {
  /** Room for so many bytes, with whatever lay there before. */
  room(bytes: number): number
  /** Room filled with zeros. */
  zeros(bytes: number): number
  /** A copy of the array. */
  put(array: ArrayBufferView): number
  /** Everything placed after `address` may be overwritten; without one, everything. */
  clear(address?: number): void
  bytes(): ArrayBuffer
}

export function linearMemory(memory: Memory): LinearMemory {
  let top = BOTTOM
  const room = (bytes: number) => {
    const address = top
    top = address + ((bytes + ALIGNED - 1) & -ALIGNED)
    const missing = top - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    return address
  }
  const bytesAt = (address: number, length: number) => new Uint8Array(memory.buffer, address, length)
  return {
    room,
    zeros: (bytes) => {
      const address = room(bytes)
      bytesAt(address, bytes).fill(0)
      return address
    },
    put: ({ buffer, byteOffset, byteLength }) => {
      // As far from alignment as its source: only then does V8 copy memory of several threads by words, not bytes.
      const address = room(ALIGNED + byteLength) + (byteOffset % ALIGNED)
      bytesAt(address, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength))
      return address
    },
    clear: (address = BOTTOM) => {
      top = address
    },
    bytes: () => memory.buffer,
  }
}

/** Address 0 stays free, and everything starts where a 128-bit load is aligned. */
const BOTTOM = 16
const ALIGNED = 16
const PAGE = 0x10000
