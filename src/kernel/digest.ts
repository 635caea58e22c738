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
export function keyPair(secret: Bytes): KeyPair {
  const { x } = createPublicKey(secretKey(secret)).export({ format: 'jwk' }) as { readonly x: string }
  return { secret, open: new Uint8Array(Buffer.from(x, 'base64url')) }
}

export const signBytes = (secret: Bytes, message: Bytes): Bytes =>
  new Uint8Array(nodeSign(null, message, secretKey(secret)))

export const signatureHolds = (open: Bytes, message: Bytes, signature: Bytes): boolean =>
  open.length === 32 && signature.length === 64 && nodeVerify(null, message, openKey(open), signature)

// As JSON Web Keys (RFC 8037), which are taken as they are; DER is searched for what kind of key it holds, and takes
// ten times as long. The signer needs its own open half for neither.
const ED25519 = { kty: 'OKP', crv: 'Ed25519' }

const openKey = (open: Bytes): KeyObject =>
  createPublicKey({ key: { ...ED25519, x: base64url(open) }, format: 'jwk' })

const secretKey = (secret: Bytes): KeyObject =>
  createPrivateKey({ key: { ...ED25519, d: base64url(secret), x: '' }, format: 'jwk' })

const base64url = (bytes: Bytes): string => Buffer.from(bytes).toString('base64url')
