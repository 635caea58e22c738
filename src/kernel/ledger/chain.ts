import { type Bytes, sameBytes } from '../digest.ts'
import { quoted } from '../parsed.ts'
import { type Leaf, leafHash } from './entry.ts'
import { parseEntryLine } from './file-format.ts'
import { type Line, lineText } from './lines.ts'
import { type CompactRange, rootOf, withLeaf } from './tree.ts'

/** An entry line read after the lines before it. */
export type Link =
  | { readonly kind: 'follows'; readonly entry: LinkedEntry }
  /** An entry, but the root on its line is not that of the entries up to it. */
  | { readonly kind: 'differs'; readonly entry: LinkedEntry; readonly says: string }
  | { readonly kind: 'unreadable'; readonly says: string }

export interface LinkedEntry {
  readonly leaf: Leaf
  readonly hash: Bytes
  /** The tree that ends with this entry, and its root by our own count. */
  readonly range: CompactRange
  readonly root: Bytes
}

/**
 * Reads one entry line and says whether it follows from the entries before it.
 *
 * Errors: none; what is wrong is said in one sentence.
 * Source: ADR 0010.
 */
export function linkAfter(before: CompactRange, line: Line): Link {
  const read = lineText(line)
  if (read.kind === 'fault') return { kind: 'unreadable', says: read.says }
  const stated = parseEntryLine(read.text)
  if (stated === null)
    return { kind: 'unreadable', says: `${quoted(read.text)} is not an entry and the root after it` }
  const hash = leafHash(stated.leaf)
  const range = withLeaf(before, hash)
  const root = rootOf(range)
  const entry = { leaf: stated.leaf, hash, range, root }
  return sameBytes(root, stated.root) ? { kind: 'follows', entry } : { kind: 'differs', entry, says: DIFFERS }
}

const DIFFERS =
  'the root on this line is not that of the entries up to it: an entry was changed, added, moved or removed here'
