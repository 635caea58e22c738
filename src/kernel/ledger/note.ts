import {
  type Bytes,
  base64,
  fromBase64,
  hex,
  keyPair,
  sameBytes,
  sha256,
  signatureHolds,
  signBytes,
  utf8,
} from '../digest.ts'
import { type Parsed, parsed, quoted, refused } from '../parsed.ts'

/** An Ed25519 key that signs notes under a name. Source: C2SP signed-note. */
export interface NoteKey {
  readonly name: string
  /** Four bytes that tell keys of one name apart. */
  readonly id: Bytes
  readonly open: Bytes
}

/** A key with its secret half: 32 random bytes. */
export interface Signer {
  readonly key: NoteKey
  readonly secret: Bytes
}

/** One signature of a note; whose, only its key can tell. */
export interface NoteSignature {
  readonly name: string
  readonly id: Bytes
  readonly value: Bytes
}

/** The key as its holder names it; the id is the head of SHA-256(name ‖ LF ‖ 0x01 ‖ key). */
export const noteKey = (name: string, open: Bytes): NoteKey => ({
  name,
  open,
  id: sha256(utf8(`${name}\n`), ED25519, open).slice(0, ID_BYTES),
})

export const signerOf = (name: string, secret: Bytes): Signer => ({
  key: noteKey(name, keyPair(secret).open),
  secret,
})

/**
 * Whether a name can stand in a note: not empty, no spaces, no plus, no control characters.
 *
 * @example
 * [isKeyName('parley.example/ledger'), isKeyName('a b'), isKeyName('')] // => [true, false, false]
 */
export const isKeyName = (name: string): boolean => KEY_NAME.test(name)

/** The key as one word that can be published: `name+hexid+base64`. */
export const vkeyOf = ({ name, id, open }: NoteKey): string =>
  `${name}+${hex(id)}+${base64(new Uint8Array([...ED25519, ...open]))}`

/**
 * A published key.
 *
 * Errors: refuses every text but the one spelling of an Ed25519 key whose id is its own.
 *
 * @example
 * parseVkey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').kind // => 'parsed'
 * parseVkey('PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').kind // => 'refused'
 */
export function parseVkey(text: string): Parsed<NoteKey> {
  const [, name = '', , key = ''] = VKEY.exec(text) ?? []
  const bytes = fromBase64(key)
  const read = bytes?.length === 33 && bytes[0] === ED25519[0] ? noteKey(name, bytes.slice(1)) : null
  if (read !== null && isKeyName(name) && vkeyOf(read) === text) return parsed(read)
  return refused({
    place: 'the verifier key',
    found: quoted(text),
    expected: 'name+id+key of an Ed25519 note key',
  })
}

/** The line with which a signer signs a text, without its line feed. */
export const signatureLine = (text: string, { key, secret }: Signer): string =>
  `— ${key.name} ${base64(new Uint8Array([...key.id, ...signBytes(secret, utf8(text))]))}`

/** What a signature line says, or null when it is none. */
export function parseSignatureLine(line: string): NoteSignature | null {
  const [, name = '', text = ''] = SIGNATURE_LINE.exec(line) ?? []
  const bytes = fromBase64(text)
  if (!isKeyName(name) || bytes === null || bytes.length <= ID_BYTES) return null
  return { name, id: bytes.slice(0, ID_BYTES), value: bytes.slice(ID_BYTES) }
}

/**
 * Whether a key signed the text: `absent` when none of the signatures names the key, `fails` when one does and does
 * not hold. Signatures of other keys are left alone.
 */
export function signedBy(
  text: string,
  signatures: readonly NoteSignature[],
  key: NoteKey,
): 'holds' | 'fails' | 'absent' {
  const own = signatures.filter((signature) => namesKey(signature, key))
  if (own.length === 0) return 'absent'
  return own.every(({ value }) => signatureHolds(key.open, utf8(text), value)) ? 'holds' : 'fails'
}

export const namesKey = (signature: NoteSignature, key: NoteKey): boolean =>
  signature.name === key.name && sameBytes(signature.id, key.id)

const ID_BYTES = 4
/** The type byte of Ed25519 among note signatures. */
const ED25519: Bytes = new Uint8Array([1])
const KEY_NAME = /^[^\s+\p{Cc}\p{Cs}]+$/u
// The base64 of a key may hold a plus, a name may not: the first two part the word.
const VKEY = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/
const SIGNATURE_LINE = /^— ([^ ]+) ([^ ]+)$/
