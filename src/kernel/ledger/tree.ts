import { type Bytes, sha256 } from '../digest.ts'

/**
 * The root of a growing Merkle tree, kept as the roots of its complete subtrees and nothing else: adding a leaf and
 * naming the root both take a number of hashes that grows with the logarithm of the size, and a range never changes,
 * so a write that fails leaves the range before it untouched.
 *
 * Shapes: one peak per one-bit of `size`, the largest subtree first.
 * Source: RFC 9162, section 2.1; "compact range" after the transparency-dev/merkle documentation.
 */
export interface CompactRange {
  readonly size: number
  readonly peaks: readonly Bytes[]
}

export const EMPTY_RANGE: CompactRange = { size: 0, peaks: [] }

/** The root of a tree without leaves. Source: RFC 9162, section 2.1.1. */
export const EMPTY_ROOT: Bytes = sha256()

/** How many bytes every node of the tree has. */
export const HASH_BYTES = 32

/**
 * The hash of a leaf. The prefix keeps a leaf from ever passing for an inner node.
 *
 * @example
 * hex(hashLeaf(utf8(''))).slice(0, 8) // => '6e340b9c'
 */
export const hashLeaf = (data: Bytes): Bytes => sha256(LEAF, data)

/** The hash of an inner node. */
export const hashPair = (left: Bytes, right: Bytes): Bytes => sha256(INNER, left, right)

/**
 * The range with one more leaf.
 *
 * @example
 * withLeaf(withLeaf(EMPTY_RANGE, hashLeaf(utf8('a'))), hashLeaf(utf8('b'))).peaks.length // => 1
 */
export function withLeaf(range: CompactRange, leaf: Bytes): CompactRange {
  const peaks = [...range.peaks]
  let node = leaf
  // Each one-bit at the end of the size is a subtree as tall as the node: the two become one.
  for (let rest = range.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    node = hashPair(peaks.pop() as Bytes, node)
  }
  return { size: range.size + 1, peaks: [...peaks, node] }
}

/**
 * The root of the tree over all leaves of the range.
 *
 * @example
 * hex(rootOf(EMPTY_RANGE)).slice(0, 8) // => 'e3b0c442'
 */
export const rootOf = (range: CompactRange): Bytes =>
  range.size === 0 ? EMPTY_ROOT : range.peaks.reduceRight((right, left) => hashPair(left, right))

const LEAF: Bytes = new Uint8Array([0])
const INNER: Bytes = new Uint8Array([1])
