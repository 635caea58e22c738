import { type Bytes, type Json, type Problem, problemLine } from '../../kernel/index.ts'
import {
  FIRST_ENTRY_LINE,
  type Leaf,
  lineText,
  parseEntryLine,
  saltedDigest,
} from '../../kernel/ledger/index.ts'
import type { Paths } from './directory.ts'
import type { OpenFile } from './file-layer.ts'
import { storedLines } from './line-reader.ts'
import { contentOf, sealedOn, unseal } from './seal.ts'
import { readSlot, SLOT_BYTES, type Slot } from './slots.ts'

/** The open files of a ledger, and where each entry ends in them. */
export interface Stored {
  readonly paths: Paths
  readonly ledger: OpenFile
  readonly content: OpenFile
  readonly keys: OpenFile
  /** `ledgerEnds[n]` is where the first n entries end; at 0, the header. */
  readonly ledgerEnds: number[]
  readonly contentEnds: number[]
}

export interface StoredEntry {
  readonly index: number
  readonly leaf: Leaf
  readonly recorded:
    | { readonly kind: 'content'; readonly salt: Bytes; readonly content: Json }
    | { readonly kind: 'erased' }
}

/**
 * The entries `from..to-1` with their content.
 *
 * Errors: rejects with one line that names the place when a file does not hold what was written to it.
 */
export async function* storedEntries(
  stored: Stored,
  {
    from,
    to,
    isErased,
  }: { readonly from: number; readonly to: number; readonly isErased: (index: number) => boolean },
): AsyncGenerator<StoredEntry, void, undefined> {
  const { ledger, content, paths } = stored
  const entries = storedLines(ledger, {
    at: stored.ledgerEnds[from] as number,
    number: from + FIRST_ENTRY_LINE,
  })
  const sealed = storedLines(content, { at: stored.contentEnds[from] as number, number: from + 1 })
  const slots = storedSlots(stored, from, to)
  for (let index = from; index < to; index++) {
    const line = (await entries.next()).value
    const read = line === undefined ? undefined : lineText(line)
    const leaf = read?.kind === 'text' ? parseEntryLine(read.text)?.leaf : undefined
    if (leaf === undefined)
      throw damage(`${paths.ledger}, line ${index + FIRST_ENTRY_LINE}`, `entry ${index}`)
    const item = (await sealed.next()).value
    const slot = (await slots.next()).value as Slot
    const opened = item === undefined ? null : openItem(index, { line: item.bytes, slot, leaf })
    if (opened !== null) yield { index, leaf, recorded: { kind: 'content', ...opened } }
    // A slot that is read while it is overwritten opens nothing either.
    else if (slot.kind === 'erased' || isErased(index)) yield { index, leaf, recorded: { kind: 'erased' } }
    else
      throw damage(
        `${paths.content}, line ${index + 1}`,
        `the content of entry ${index}, sealed with its key`,
      )
  }
}

/** The salts and keys `from..to-1`. */
export async function* storedSlots(
  { keys }: Pick<Stored, 'keys'>,
  from: number,
  to: number,
): AsyncGenerator<Slot, void, undefined> {
  for (let at = from; at < to; at += SLOTS_AT_ONCE) {
    const bytes = await keys.read(at * SLOT_BYTES, Math.min(SLOTS_AT_ONCE, to - at) * SLOT_BYTES)
    for (let slot = 0; slot < bytes.length; slot += SLOT_BYTES)
      yield readSlot(bytes.slice(slot, slot + SLOT_BYTES))
  }
}

const SLOTS_AT_ONCE = 256

function openItem(
  index: number,
  { line, slot, leaf }: { readonly line: Bytes; readonly slot: Slot; readonly leaf: Leaf },
): { readonly salt: Bytes; readonly content: Json } | null {
  const sealed = sealedOn(line, index)
  if (slot.kind !== 'open' || sealed === null) return null
  const bytes = unseal(slot.key, sealed)
  if (bytes === null) return null
  const content = contentOf(bytes)
  return saltedDigest(slot.salt, content) === leaf.digest ? { salt: slot.salt, content } : null
}

const damage = (place: string, expected: string): Error => {
  const problem: Problem = { place, found: 'something else', expected }
  return new Error(problemLine(problem))
}
