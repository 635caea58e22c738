import { type Bytes, base64, fromBase64 } from '../digest.ts'
import { quoted } from '../parsed.ts'
import { type LineProblem, linesOf, lineText } from './lines.ts'
import { type NoteSignature, parseSignatureLine, type Signer, signatureLine } from './note.ts'
import type { Head } from './proofs.ts'
import { HASH_BYTES } from './tree.ts'

/** What a log says of itself at one moment. Source: C2SP tlog-checkpoint. */
export interface Checkpoint extends Head {
  /** The name of the log, and of the key that signs for it. */
  readonly origin: string
}

/** A checkpoint as it was read; whether a signature holds is for `signedBy` to say. */
export interface SignedCheckpoint extends Checkpoint {
  /** What the signatures are over. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export type ReadCheckpoint =
  | { readonly kind: 'read'; readonly checkpoint: SignedCheckpoint }
  /** With the lines before the one that is wrong, so that they can be held against the record. */
  | { readonly kind: 'unreadable'; readonly problem: LineProblem; readonly before: readonly string[] }

/** Where things stand in a checkpoint, counted from its own first line. */
export const ORIGIN_LINE = 1
export const SIZE_LINE = 2
export const ROOT_LINE = 3
export const BLANK_LINE = 4
export const FIRST_SIGNATURE_LINE = 5

/** The length of an Ed25519 signature. Source: RFC 8032. */
const SIGNATURE_BYTES = 64

/** Enough for any set of witnesses; C2SP asks for at least 16. */
const MOST_SIGNATURES = 64

/**
 * The text of a checkpoint, which its signatures are over.
 *
 * @example
 * checkpointText({ origin: 'a.example', size: 0, root: sha256() }) // => 'a.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
 */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64(root)}\n`

/** The checkpoint as its log signs it: the whole file. */
export function signCheckpoint(head: Head, signer: Signer): string {
  const text = checkpointText({ origin: signer.key.name, size: head.size, root: head.root })
  return `${text}\n${signatureLine(text, signer)}\n`
}

/**
 * Reads a signed checkpoint of the log that is meant; `null` when any log will do.
 *
 * Errors: the first line that is not what it must be; extension lines, which Parley never writes, are refused.
 * Source: C2SP tlog-checkpoint and signed-note; docs/formats/ledger.md.
 */
export function readCheckpoint(bytes: Bytes, origin: string | null): ReadCheckpoint {
  const lines: string[] = []
  const signatures: NoteSignature[] = []
  for (const line of linesOf(bytes)) {
    const read = lineText(line)
    if (read.kind === 'fault') return unreadable(lines, read.says)
    const { text } = read
    const says =
      line.number < FIRST_SIGNATURE_LINE ? wrongLine(line.number, text, origin) : wrongSignature(text, lines)
    if (says !== null) return unreadable(lines, says)
    if (line.number >= FIRST_SIGNATURE_LINE) signatures.push(parseSignatureLine(text) as NoteSignature)
    lines.push(text)
  }
  if (signatures.length === 0) return unreadable(lines, 'the checkpoint ends before its signature')
  const [name, size, root] = lines as [string, string, string]
  const text = `${name}\n${size}\n${root}\n`
  const head = { origin: name, size: Number(size), root: fromBase64(root) as Bytes }
  return { kind: 'read', checkpoint: { ...head, text, signatures } }
}

function wrongLine(number: number, text: string, origin: string | null): string | null {
  if (number === ORIGIN_LINE && (text === '' || text !== (origin ?? text)))
    return `the checkpoint is of ${quoted(text)}, one of ${origin === null ? 'some log' : quoted(origin)} is expected`
  if (number === SIZE_LINE && !isSize(text)) return `${quoted(text)} is not the size of a checkpoint`
  if (number === ROOT_LINE && fromBase64(text)?.length !== HASH_BYTES)
    return `${quoted(text)} is not the root of a checkpoint`
  if (number === BLANK_LINE && text !== '')
    return `${quoted(text)} stands where an empty line parts text and signatures`
  return null
}

function wrongSignature(text: string, before: readonly string[]): string | null {
  const signature = parseSignatureLine(text)
  if (signature === null) return `${quoted(text)} is not a signature line`
  // Other signers may use other kinds of keys; the log has one kind.
  if (signature.name === before[0] && signature.value.length !== SIGNATURE_BYTES)
    return `the signature of the log has ${SIGNATURE_BYTES} bytes, not ${signature.value.length}`
  if (before.includes(text)) return 'this signature stands here for the second time'
  if (before.length >= FIRST_SIGNATURE_LINE - 1 + MOST_SIGNATURES)
    return `more than ${MOST_SIGNATURES} signatures are not read`
  return null
}

const isSize = (text: string): boolean =>
  /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text))

const unreadable = (before: readonly string[], says: string): ReadCheckpoint => ({
  kind: 'unreadable',
  problem: { line: before.length + 1, says },
  before,
})
