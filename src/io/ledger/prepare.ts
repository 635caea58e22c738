import { type Bytes, canonical, type Json, utf8 } from '../../kernel/index.ts'
import {
  isEntryTime,
  isEventType,
  type Leaf,
  SALT_BYTES,
  saltedBytesDigest,
} from '../../kernel/ledger/index.ts'
import { KEY_BYTES, seal } from './seal.ts'

/** Something that happened, to be recorded. */
export interface LedgerEvent {
  /** Lower-case letters, digits, dots and hyphens: `vote`, `switch.pressed`. It stands in the record in the clear. */
  readonly type: string
  readonly content: Json
}

/** An event with everything it needs to be written, whatever its place turns out to be. */
export interface Prepared {
  readonly leaf: Leaf
  /** Salt and key. */
  readonly slot: Bytes
  readonly sealed: Bytes
}

/** Where time and chance come from. */
export interface Sources {
  readonly now: () => Date
  readonly random: (bytes: number) => Bytes
}

/**
 * Salts, seals and dates an event.
 *
 * Errors: throws TypeError or RangeError when the event cannot be recorded; that is a programmer's mistake and
 * leaves the ledger as it was.
 */
export function prepareEvent({ type, content }: LedgerEvent, { now, random }: Sources): Prepared {
  if (!isEventType(type)) throw new TypeError(`${JSON.stringify(type)} is not the type of an event`)
  const time = `${now().toISOString().slice(0, 19)}Z`
  if (!isEntryTime(time)) throw new RangeError(`${time} is not a time that an entry can have`)
  const slot = random(SALT_BYTES + KEY_BYTES)
  const [salt, key] = [slot.slice(0, SALT_BYTES), slot.slice(SALT_BYTES)]
  const bytes = utf8(canonical(content))
  return { leaf: { type, time, digest: saltedBytesDigest(salt, bytes) }, slot, sealed: seal(key, bytes) }
}
