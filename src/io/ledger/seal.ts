import { createCipheriv, createDecipheriv } from 'node:crypto'
import { type Bytes, base64, canonical, fromBase64, type Json, utf8 } from '../../kernel/index.ts'

export const KEY_BYTES = 32

/**
 * Some content, readable only with its key. The nonce is fixed because every key seals one item and is never used
 * again: a repeated nonce is harmful only under a repeated key.
 *
 * Shapes: the encrypted canonical JSON and 16 bytes that tell whether it was changed.
 * Source: NIST SP 800-38D (AES-GCM), section 8; ADR 0010.
 */
export function seal(key: Bytes, content: Bytes): Bytes {
  const cipher = createCipheriv('aes-256-gcm', key, NONCE)
  return joined(cipher.update(content), cipher.final(), cipher.getAuthTag())
}

/** What was sealed, or null when the key is another or a byte was changed. */
export function unseal(key: Bytes, sealed: Bytes): Bytes | null {
  if (sealed.length < TAG_BYTES) return null
  const cipher = createDecipheriv('aes-256-gcm', key, NONCE)
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return joined(cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final())
  } catch {
    return null // the tag does not fit
  }
}

/** The line of `content.jsonl` that holds a sealed item. */
export const contentLine = (index: number, sealed: Bytes): Bytes =>
  utf8(`${canonical({ index, sealed: base64(sealed) })}\n`)

/** How the line of an item begins, whatever it holds. */
export const contentHead = (index: number): Bytes => utf8(`{"index":${index},"sealed":"`)

/** The sealed bytes on the line of an item, or null when the line is another. */
export function sealedOn(line: Bytes, index: number): Bytes | null {
  const text = new TextDecoder().decode(line)
  const head = new TextDecoder().decode(contentHead(index))
  if (!text.startsWith(head) || !text.endsWith('"}')) return null
  return fromBase64(text.slice(head.length, -2))
}

/** Content as it was put in. */
export const contentOf = (bytes: Bytes): Json => JSON.parse(new TextDecoder().decode(bytes)) as Json

const joined = (...parts: readonly Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts))

const NONCE = new Uint8Array(12)
const TAG_BYTES = 16
