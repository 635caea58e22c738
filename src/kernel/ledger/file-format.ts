import { type Bytes, base64, fromBase64 } from '../digest.ts'
import { type Leaf, leafText, TIME_PATTERN, TYPE_PATTERN } from './entry.ts'
import { LINE_FEED, linesOf } from './lines.ts'
import { type NoteKey, parseVkey, vkeyOf } from './note.ts'
import { HASH_BYTES } from './tree.ts'

/** The spelling of a `.ledger` file: docs/formats/ledger.md says all of it. */
export const LEDGER_FORMAT = 'parley-ledger/1'

/** The first entry stands on the line after the header. */
export const FIRST_ENTRY_LINE = 2

/** The first line of a ledger, which names the log and the key that signs for it. */
export const headerLine = (key: NoteKey): string => `${LEDGER_FORMAT} ${key.name} ${vkeyOf(key)}\n`

/** The key named by a header without its line feed, or null. */
export function parseHeader(text: string): NoteKey | null {
  const [format, origin, vkey = '', ...more] = text.split(' ')
  const key = parseVkey(vkey)
  if (format !== LEDGER_FORMAT || more.length > 0 || key.kind === 'refused') return null
  return key.value.name === origin ? key.value : null
}

/** An entry and the root of the tree that ends with it. */
export interface EntryLine {
  readonly leaf: Leaf
  readonly root: Bytes
}

/** The line of an entry. The root after it makes the first line that does not follow the place of tampering. */
export const entryLine = ({ leaf, root }: EntryLine): string => `${leafText(leaf)} ${base64(root)}\n`

/** What an entry line without its line feed says, or null when it is none. */
export function parseEntryLine(text: string): EntryLine | null {
  const [, digest = '', time = '', type = '', last = ''] = ENTRY.exec(text) ?? []
  const root = fromBase64(last)
  if (root?.length !== HASH_BYTES || fromBase64(digest)?.length !== HASH_BYTES) return null
  return { leaf: { type, time, digest }, root }
}

/** A file cut into its entries and the checkpoint it may end with. */
export interface LedgerParts {
  /** The header and the entries. */
  readonly record: Bytes
  /** What follows the empty line after them; null when no empty line is there. */
  readonly checkpoint: Bytes | null
}

/**
 * Finds the empty line between the entries and the checkpoint, so that a line that stands wrong is blamed where it
 * stands: the first with a checkpoint's shape behind it, or, if none has, the first that no entry follows, nor the
 * rest of one. Of empty lines in a row it is the first.
 */
export function partsOf(bytes: Bytes): LedgerParts {
  let first: number | null = null
  for (const [start, end] of emptyRuns(bytes)) {
    if (looksLikeCheckpoint(bytes.subarray(end))) return cutAt(bytes, start)
    if (bytes[end] !== BRACE && bytes[end] !== QUOTE) first ??= start
  }
  return first === null ? { record: bytes, checkpoint: null } : cutAt(bytes, first)
}

/** Where empty lines stand, one or more in a row: from the first of them to the line after them. */
function* emptyRuns(bytes: Bytes): Generator<readonly [start: number, end: number], void, undefined> {
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (bytes[at + 1] !== LINE_FEED) continue
    const start = at + 1
    while (bytes[at + 1] === LINE_FEED) at++
    yield [start, at + 1]
  }
}

const cutAt = (bytes: Bytes, empty: number): LedgerParts => ({
  record: bytes.subarray(0, empty),
  checkpoint: bytes.subarray(empty + 1),
})

/** Three lines of text, an empty one, and then signatures only. */
function looksLikeCheckpoint(bytes: Bytes): boolean {
  let last = 0
  for (const { number, bytes: line } of linesOf(bytes)) {
    last = number
    if (number === 4 ? line.length > 0 : number < 4 ? line.length === 0 : line[0] !== EM_DASH) return false
  }
  return last > 4
}

/** The first bytes of an entry. */
const BRACE = 0x7b
const QUOTE = 0x22
/** The first byte of the em dash that opens a signature line, in UTF-8. */
const EM_DASH = 0xe2

const HASH_PATTERN = '[A-Za-z0-9+/]{43}='
const ENTRY = new RegExp(
  `^\\{"digest":"(${HASH_PATTERN})","time":"(${TIME_PATTERN})","type":"(${TYPE_PATTERN})"\\} (${HASH_PATTERN})$`,
)
