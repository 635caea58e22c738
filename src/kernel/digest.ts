import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as nodeSign,
  verify as nodeVerify,
} from 'node:crypto'

/** The only door from the pure stages to cryptography: digests and signatures, no clock and no chance. */
export type Bytes = Uint8Array

/** @example
 * hex(sha256(utf8('abc'))).slice(0, 8) // => 'ba7816bf'
 */
export const sha256 = (...parts: readonly Bytes[]): Bytes => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

export const hex = (bytes: Bytes): string => Buffer.from(bytes).toString('hex')

export const base64 = (bytes: Bytes): string => Buffer.from(bytes).toString('base64')

/**
 * Bytes of standard base64, or null. Strict: one text for one value, so that no byte of a record can change
 * without changing what it says (Node itself ignores stray bits, line ends and the other alphabet).
 *
 * @example
 * fromBase64('AB==') // => null
 */
export function fromBase64(text: string): Bytes | null {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  return base64(bytes) === text ? bytes : null
}

export const sameBytes = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** A pair of 32-byte Ed25519 keys. Source: RFC 8032. */
export interface KeyPair {
  readonly secret: Bytes
  readonly open: Bytes
}

/** The pair that a 32-byte secret stands for. */
export const keyPair = (secret: Bytes): KeyPair => ({
  secret,
  open: new Uint8Array(createPublicKey(secretKey(secret)).export({ format: 'der', type: 'spki' })).slice(-32),
})

export const signBytes = (secret: Bytes, message: Bytes): Bytes =>
  new Uint8Array(nodeSign(null, message, secretKey(secret)))

export const signatureHolds = (open: Bytes, message: Bytes, signature: Bytes): boolean =>
  open.length === 32 && signature.length === 64 && nodeVerify(null, message, openKey(open), signature)

// The fixed DER heads of an Ed25519 key. Source: RFC 8410, sections 4 and 7.
const OPEN_HEAD = Buffer.from('302a300506032b6570032100', 'hex')
const SECRET_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

const openKey = (open: Bytes): KeyObject =>
  createPublicKey({ key: Buffer.concat([OPEN_HEAD, open]), format: 'der', type: 'spki' })

const secretKey = (secret: Bytes): KeyObject =>
  createPrivateKey({ key: Buffer.concat([SECRET_HEAD, secret]), format: 'der', type: 'pkcs8' })
