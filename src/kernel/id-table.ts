/** Ids by number, in the order in which they were first seen, held as bytes: a million in some twenty megabytes. */
export interface IdTable {
  readonly size: number
  /** The number of the id that these bytes spell in UTF-8; the next free one where it is new. */
  numberOf(bytes: Uint8Array, from: number, to: number): number
  /** Every id as text, in order of number. Errors: throws TypeError where one is no UTF-8. */
  texts(): string[]
}

/**
 * An empty table of ids.
 *
 * Source: open addressing with linear probing, Knuth 1998, The Art of Computer Programming, vol. 3, 2nd ed.,
 *         section 6.4, algorithm L, over FNV-1a.
 *
 * @example
 * const table = idTable()
 * const numberOf = (text) => table.numberOf(utf8(text), 0, text.length)
 * [numberOf('p7'), numberOf('p9'), numberOf('p7')] // => [0, 1, 0]
 * table.texts() // => ['p7', 'p9']
 */
export function idTable(): IdTable {
  let size = 0
  let text = new Uint8Array(1 << 12)
  let ends = new Uint32Array(1 << 9)
  let slots = new Uint32Array(1 << 10)

  const startOf = (number: number): number => (number === 0 ? 0 : ends[number - 1]!)

  const isSame = (number: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const start = startOf(number)
    if (ends[number]! - start !== to - from) return false
    for (let at = from; at < to; at++) if (text[start + at - from] !== bytes[at]) return false
    return true
  }

  const freeSlot = (bytes: Uint8Array, from: number, to: number): number => {
    let slot = hashOf(bytes, from, to) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    return slot
  }

  const widen = (): void => {
    slots = new Uint32Array(2 * slots.length)
    ends = grown(ends, 2 * ends.length)
    for (let number = 0; number < size; number++)
      slots[freeSlot(text, startOf(number), ends[number]!)] = number + 1
  }

  const add = (bytes: Uint8Array, from: number, to: number): number => {
    if (2 * (size + 1) > slots.length) widen()
    const start = startOf(size)
    const end = start + to - from
    if (end > text.length) text = grown(text, Math.max(end, 2 * text.length))
    for (let at = from; at < to; at++) text[start + at - from] = bytes[at]!
    ends[size] = end
    slots[freeSlot(bytes, from, to)] = size + 1
    return size++
  }

  return {
    get size() {
      return size
    },
    numberOf: (bytes, from, to) => {
      for (
        let slot = hashOf(bytes, from, to) & (slots.length - 1);
        ;
        slot = (slot + 1) & (slots.length - 1)
      ) {
        const known = slots[slot]!
        if (known === 0) return add(bytes, from, to)
        if (isSame(known - 1, bytes, from, to)) return known - 1
      }
    },
    texts: () => {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      return Array.from({ length: size }, (_, number) =>
        decoder.decode(text.subarray(startOf(number), ends[number])),
      )
    },
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  // The low bits choose the slot, and FNV's low bits see only the low bits of each byte.
  return hash ^ (hash >>> 15)
}

function grown<T extends Uint8Array | Uint32Array>(array: T, length: number): T {
  const longer = new (array.constructor as new (length: number) => T)(length)
  longer.set(array)
  return longer
}
