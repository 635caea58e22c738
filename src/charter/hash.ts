import {
  type Bytes,
  base64,
  canonical,
  contentDigest,
  fromBase64,
  keyPair,
  signatureHolds,
  signBytes,
  utf8,
  type Verdict,
} from '../kernel/index.ts'
import type { Charter, Ratification } from './schema.ts'

/**
 * The name of exactly this content: everything but the seal, so that ratifying a charter does not change what was
 * ratified.
 *
 * Source: this project, ADR 0017; SHA-256 over the JSON Canonicalization Scheme, RFC 8785.
 */
export function contentHash(charter: Charter): string {
  const { seal: _, ...content } = charter
  return contentDigest(content)
}

/**
 * The charter with what became of it: its hash, the vote on it, and a signature over both.
 *
 * A charter may be sealed without a key; then the seal says what was decided and nobody answers for it.
 *
 * Errors: throws when the secret is not 32 bytes; that is a programmer's mistake.
 * Source: Ed25519, RFC 8032.
 */
export function seal(charter: Charter, ratification: Ratification | null, secret: Bytes | null): Charter {
  const sealed = { hash: contentHash(charter), ratification }
  const signature =
    secret === null
      ? null
      : { key: base64(keyPair(secret).open), value: base64(signBytes(secret, signed(sealed))) }
  return { ...charter, seal: { ...sealed, signature } }
}

/** What a seal proves, and why not more. */
export interface SealVerdict {
  readonly verdict: Verdict
  readonly reason: SealReason
  readonly says: string
}

export type SealReason =
  | 'holds'
  | 'no-seal'
  | 'hash-differs'
  | 'not-signed'
  | 'bad-signature'
  | 'other-key'
  | 'no-key-given'

/**
 * Whether a charter is what its seal says, and whether the one who signed is the one a reader trusts. A signature by
 * a key nobody vouches for proves nothing about who signed, so without a trusted key the answer is unknown.
 *
 * @example
 * sealReason({ seal: null }, null) // => 'no-seal'
 */
export function verifySeal(charter: Charter, trustedKey: string | null): SealVerdict {
  const reason = sealReason(charter, trustedKey)
  return { verdict: VERDICTS[reason], reason, says: SAYS[reason] }
}

export function sealReason(charter: Charter, trustedKey: string | null): SealReason {
  if (charter.seal === null) return 'no-seal'
  const { signature, ...sealed } = charter.seal
  if (sealed.hash !== contentHash(charter)) return 'hash-differs'
  if (signature === null) return 'not-signed'
  const key = fromBase64(signature.key)
  const value = fromBase64(signature.value)
  if (key === null || value === null || !signatureHolds(key, signed(sealed), value)) return 'bad-signature'
  if (trustedKey === null) return 'no-key-given'
  return signature.key === trustedKey ? 'holds' : 'other-key'
}

const signed = (sealed: { hash: string; ratification: Ratification | null }): Bytes => utf8(canonical(sealed))

const VERDICTS: Readonly<Record<SealReason, Verdict>> = {
  holds: 'kept',
  'no-seal': 'unknown',
  'hash-differs': 'broken',
  'not-signed': 'unknown',
  'bad-signature': 'broken',
  'other-key': 'broken',
  'no-key-given': 'unknown',
}

const SAYS: Readonly<Record<SealReason, string>> = {
  holds: 'The content is what was sealed, signed with the key you trust.',
  'no-seal': 'A draft: nobody has sealed it.',
  'hash-differs': 'The content was changed after it was sealed.',
  'not-signed': 'The content is what was sealed, but nobody signed the seal.',
  'bad-signature': 'The signature does not belong to this seal.',
  'other-key': 'The seal is signed with another key than the one you trust.',
  'no-key-given': 'The signature holds, but no trusted key was given to compare it with.',
}
