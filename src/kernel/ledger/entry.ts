import { type Bytes, base64, sha256, utf8 } from '../digest.ts'
import { canonical, type Json } from '../json.ts'
import { hashLeaf } from './tree.ts'

/** What the record commits to for one event: type and time in the clear, the content as a salted digest. */
export interface Leaf {
  /** `vote`, `charter.ratified`: lower-case letters, digits, dots and hyphens, at most 64. */
  readonly type: string
  /** ISO 8601 to the second, UTC: `2026-11-21T12:00:00Z`. What the writer's clock said. */
  readonly time: string
  /** Base64 of SHA-256 over a 32-byte salt and the canonical content. */
  readonly digest: string
}

export const SALT_BYTES = 32

/**
 * The digest of some content under its salt. Without the salt a vote is a three-guess lookup; with the salt
 * destroyed the digest says nothing about what it was made from.
 *
 * Errors: throws RangeError when the salt has not 32 bytes, TypeError or Error when the content has no JSON form.
 * Source: project security reference, "Formats"; ADR 0010.
 *
 * @example
 * saltedDigest(new Uint8Array(32), { vote: 'agree' }).length // => 44
 */
export const saltedDigest = (salt: Bytes, content: Json): string =>
  saltedBytesDigest(salt, utf8(canonical(content)))

/** The same of content that is at hand as its canonical bytes. */
export function saltedBytesDigest(salt: Bytes, canonicalContent: Bytes): string {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt of 32 bytes is needed, got ${salt.length}`)
  return base64(sha256(salt, canonicalContent))
}

/**
 * The bytes of a leaf, as text.
 *
 * @example
 * leafText({ type: 'vote', time: '2026-11-21T12:00:00Z', digest: 'x' }) // => '{"digest":"x","time":"2026-11-21T12:00:00Z","type":"vote"}'
 */
export const leafText = ({ type, time, digest }: Leaf): string => canonical({ type, time, digest })

/** The hash of a leaf in the tree: SHA-256(0x00 ‖ JCS{type, time, digest}). */
export const leafHash = (leaf: Leaf): Bytes => hashLeaf(utf8(leafText(leaf)))

/**
 * @example
 * [isEventType('switch.pressed'), isEventType('Vote'), isEventType('')] // => [true, false, false]
 */
export const isEventType = (text: string): boolean => WHOLE_TYPE.test(text)

/**
 * @example
 * [isEntryTime('2026-11-21T12:00:00Z'), isEntryTime('2026-11-21T12:00:00.5Z')] // => [true, false]
 */
export const isEntryTime = (text: string): boolean => WHOLE_TIME.test(text)

/** The spellings as patterns, which nothing in JSON needs to escape: so an entry has one spelling only. */
export const TYPE_PATTERN = '[a-z][a-z0-9.-]{0,63}'
export const TIME_PATTERN =
  '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ'

const WHOLE_TYPE = new RegExp(`^${TYPE_PATTERN}$`)
const WHOLE_TIME = new RegExp(`^${TIME_PATTERN}$`)
