import { z } from 'zod'
import { type Bytes, fromBase64, utf8 } from '../digest.ts'
import type { Json } from '../json.ts'
import { problemLine, quoted } from '../parsed.ts'
import { readCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { isEntryTime, isEventType, type Leaf, leafHash, leafText, SALT_BYTES, saltedDigest } from './entry.ts'
import { FIRST_ENTRY_LINE, parseEntryLine } from './file-format.ts'
import { linesOf, lineText } from './lines.ts'
import { type NoteKey, parseVkey, signedBy } from './note.ts'
import { verifyInclusion } from './proofs.ts'
import { verifyLedger } from './verify.ts'

/**
 * What a participant takes home: what was recorded for them, and the proof that it is in the record. It shows that a
 * ballot was recorded, not that it is the one that counts: people may vote again until closing.
 */
export interface Receipt {
  readonly schema: 'parley-receipt/1'
  /** The first entry is 0. */
  readonly index: number
  readonly entry: Leaf
  readonly recorded: Recorded
  /** Base64, from the entry upwards. */
  readonly proof: readonly string[]
  /** The signed checkpoint that the proof leads to, as text. */
  readonly checkpoint: string
  readonly vkey: string
}

/** What was recorded, with its salt so that the digest can be recomputed; neither once it is erased. */
export type Recorded =
  | { readonly kind: 'content'; readonly salt: string; readonly content: Json }
  | { readonly kind: 'erased' }

export interface ReceiptTrust {
  /** The log's key, learnt from somewhere else than the receipt. */
  readonly vkey: string | null
  /** A copy of the record to hold the receipt against. */
  readonly ledger: Bytes | null
}

export type ReceiptVerdict =
  | {
      readonly kind: 'sound'
      readonly receipt: Receipt
      /** How many entries the record had when the receipt was made. */
      readonly size: number
      /** `own`: the receipt vouches for its own key. */
      readonly key: 'given' | 'own'
      readonly ledger: 'same' | 'not-given'
    }
  | { readonly kind: 'unsound'; readonly because: string }

/** The receipt as a file. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 2)}\n`

/**
 * Whether a receipt shows that its entry is in the record that the log signed.
 *
 * Errors: none; receipts come from strangers, and what is wrong is said in one sentence.
 * Source: docs/formats/ledger.md.
 */
export function verifyReceipt(text: string, trust: ReceiptTrust): ReceiptVerdict {
  const receipt = readReceipt(text)
  if (typeof receipt === 'string') return unsound(receipt)
  const key = parseVkey(receipt.vkey)
  if (key.kind === 'refused') return unsound(problemLine(key.problem))
  if (trust.vkey !== null && trust.vkey !== receipt.vkey)
    return unsound(`the receipt names the key ${quoted(receipt.vkey)}, not the one that was given`)
  const signed = signedCheckpoint(receipt.checkpoint, key.value)
  if (typeof signed === 'string') return unsound(signed)
  const wrong = wrongContent(receipt) ?? notIncluded(receipt, signed) ?? notInLedger(receipt, trust.ledger)
  if (wrong !== null) return unsound(wrong)
  return {
    kind: 'sound',
    receipt,
    size: signed.size,
    key: trust.vkey === null ? 'own' : 'given',
    ledger: trust.ledger === null ? 'not-given' : 'same',
  }
}

function signedCheckpoint(text: string, key: NoteKey): SignedCheckpoint | string {
  const read = readCheckpoint(utf8(text), key.name)
  if (read.kind === 'unreadable') return `checkpoint, line ${read.problem.line}: ${read.problem.says}`
  const { checkpoint } = read
  const signed = signedBy(checkpoint.text, checkpoint.signatures, key)
  return signed === 'holds' ? checkpoint : 'the signature of the log does not hold over the checkpoint'
}

function wrongContent({ entry, recorded }: Receipt): string | null {
  if (recorded.kind === 'erased') return null
  try {
    const digest = saltedDigest(fromBase64(recorded.salt) as Bytes, recorded.content)
    return digest === entry.digest ? null : 'the content and the salt do not make the digest of the entry'
  } catch {
    return 'the content has no canonical form' // nested too deep, or numbers JSON cannot say
  }
}

function notIncluded({ entry, index, proof }: Receipt, head: SignedCheckpoint): string | null {
  const steps = proof.map((step) => fromBase64(step) ?? new Uint8Array())
  const held = verifyInclusion(leafHash(entry), index, { head, proof: steps })
  return held.kind === 'holds' ? null : held.because
}

function notInLedger({ entry, index, checkpoint, vkey }: Receipt, ledger: Bytes | null): string | null {
  if (ledger === null) return null
  const verdict = verifyLedger(ledger, { checkpoint: utf8(checkpoint), vkey })
  const [problem] = verdict.kind === 'unsound' ? verdict.problems : []
  if (problem !== undefined) return `${problem.file}, line ${problem.line}: ${problem.says}`
  for (const line of linesOf(ledger)) {
    if (line.number !== index + FIRST_ENTRY_LINE) continue
    const read = lineText(line)
    const stated = read.kind === 'text' ? parseEntryLine(read.text) : null
    if (stated !== null && leafText(stated.leaf) === leafText(entry)) return null
    return `ledger, line ${line.number}: another entry stands there`
  }
  return `the ledger has no entry ${index}`
}

function readReceipt(text: string): Receipt | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'the receipt is not JSON'
  }
  const read = receiptSchema.safeParse(value)
  if (read.success) return read.data as Receipt
  const [issue] = read.error.issues
  return `the receipt is not a parley-receipt/1: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`
}

const unsound = (because: string): ReceiptVerdict => ({ kind: 'unsound', because })

const bytesOf = (length: number) =>
  z.string().refine((text) => fromBase64(text)?.length === length, `base64 of ${length} bytes is needed`)

const hash = bytesOf(32)

const receiptSchema = z.strictObject({
  schema: z.literal('parley-receipt/1'),
  index: z.number().int().min(0),
  entry: z.strictObject({
    type: z.string().refine(isEventType, 'not the type of an event'),
    time: z.string().refine(isEntryTime, 'not a time to the second in UTC'),
    digest: hash,
  }),
  recorded: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('content'), salt: bytesOf(SALT_BYTES), content: z.unknown() }),
    z.strictObject({ kind: z.literal('erased') }),
  ]),
  proof: z.array(hash),
  checkpoint: z.string(),
  vkey: z.string(),
})
