import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bytes, canonical, sha256, utf8 } from '../../kernel/index.ts'
import { contentLine, contentOf, seal, sealedOn, unseal } from './seal.ts'
import { ERASED_SLOT, readSlot, SLOT_BYTES } from './slots.ts'

const KEY = sha256(utf8('key'))

describe('sealed content', () => {
  test('opens with its key and with no other', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        const text = canonical(content)
        const sealed = seal(KEY, utf8(text))
        const bytes = unseal(KEY, sealed)
        expect(bytes && canonical(contentOf(bytes))).toBe(text)
        expect(unseal(sha256(KEY), sealed)).toBe(null)
      }),
    )
  })

  test('does not open once a byte of it was changed or lost', () => {
    const sealed = seal(KEY, utf8('{"vote":"agree"}'))
    for (let at = 0; at < sealed.length; at++) {
      expect(
        unseal(
          KEY,
          sealed.map((byte, where) => (where === at ? byte ^ 1 : byte)),
        ),
      ).toBe(null)
      expect(unseal(KEY, sealed.slice(0, at))).toBe(null)
    }
  })

  test('the same words under two keys look unlike', () => {
    const two = [KEY, sha256(KEY)].map((key) => Buffer.from(seal(key, utf8('agree'))).toString('hex'))
    expect(new Set(two).size).toBe(2)
  })

  test('stands on a line that names its entry', () => {
    const sealed = seal(KEY, utf8('1'))
    const line = contentLine(12, sealed).slice(0, -1)
    expect(sealedOn(line, 12)).toEqual(sealed)
    expect(sealedOn(line, 1)).toBe(null)
    expect(sealedOn(line.slice(0, -1), 12)).toBe(null)
    expect(sealedOn(utf8(Buffer.from(line).toString().replace('="', '"')), 12)).toBe(null)
  })
})

describe('the slot of a salt and a key', () => {
  const slot = new Uint8Array([...KEY, ...sha256(KEY)])
  const torn = (from: number, to: number): Bytes =>
    slot.map((byte, at) => (at >= from && at < to ? (ERASED_SLOT[at] ?? 0) : byte))

  test('is open, erased, erased in part, or was never written', () => {
    expect(ERASED_SLOT.length).toBe(SLOT_BYTES)
    expect(readSlot(slot)).toEqual({ kind: 'open', salt: KEY, key: sha256(KEY) })
    expect(readSlot(ERASED_SLOT).kind).toBe('erased')
    expect(readSlot(new Uint8Array(SLOT_BYTES)).kind).toBe('empty')
    for (let length = 16; length < SLOT_BYTES; length++) {
      expect(readSlot(torn(0, length)).kind).toBe('half-erased')
      expect(readSlot(torn(SLOT_BYTES - length, SLOT_BYTES)).kind).toBe('half-erased')
    }
  })
})
