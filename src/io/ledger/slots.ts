import { type Bytes, sameBytes, utf8 } from '../../kernel/index.ts'
import { SALT_BYTES } from '../../kernel/ledger/index.ts'
import { KEY_BYTES } from './seal.ts'

/** One item's salt and key, side by side in `keys.bin` at index × 64. */
export const SLOT_BYTES = SALT_BYTES + KEY_BYTES

export type Slot =
  | { readonly kind: 'open'; readonly salt: Bytes; readonly key: Bytes }
  | { readonly kind: 'erased' }
  /** An erasure that a crash cut short. */
  | { readonly kind: 'half-erased' }
  /** Never written: a hole. */
  | { readonly kind: 'empty' }

/**
 * What an erased slot is overwritten with. Not zeros: a slot that was never written reads as zeros, and a lost key
 * must not pass for an erased one.
 */
export const ERASED_SLOT: Bytes = utf8('parley: erased. '.repeat(SLOT_BYTES / 16))

/** What a slot holds. */
export function readSlot(bytes: Bytes): Slot {
  if (sameBytes(bytes, ERASED_SLOT)) return { kind: 'erased' }
  if (sameBytes(bytes.slice(0, 16), MARK) || sameBytes(bytes.slice(-16), MARK)) return { kind: 'half-erased' }
  if (bytes.every((byte) => byte === 0)) return { kind: 'empty' }
  return { kind: 'open', salt: bytes.slice(0, SALT_BYTES), key: bytes.slice(SALT_BYTES) }
}

const MARK = ERASED_SLOT.slice(0, 16)
