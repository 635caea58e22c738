import { type Bytes, sameBytes } from '../digest.ts'
import { type Forest, largestPowerBelow } from './forest.ts'
import { EMPTY_ROOT, HASH_BYTES, hashPair } from './tree.ts'

/** Whether a proof shows what it is said to show. It never throws: proofs come from strangers. */
export type Held = { readonly kind: 'holds' } | { readonly kind: 'fails'; readonly because: string }

/** A tree at one size. */
export interface Head {
  readonly size: number
  readonly root: Bytes
}

/**
 * The hashes that lead from leaf `index` to the root of the first `size` leaves.
 *
 * Shapes: at most log2(size) + 1 hashes, from the leaf upwards.
 * Errors: throws RangeError when the forest has no such leaf at that size.
 * Source: RFC 9162, section 2.1.3.1.
 */
export function inclusionProof(forest: Forest, index: number, size: number): readonly Bytes[] {
  if (!(index >= 0 && index < size && size <= forest.size()))
    throw new RangeError(`leaf ${index} of ${size} is asked for, the forest holds ${forest.size()}`)
  const path = (start: number, end: number): readonly Bytes[] => {
    if (end - start === 1) return []
    const middle = start + largestPowerBelow(end - start)
    return index < middle
      ? [...path(start, middle), forest.hashOf(middle, end)]
      : [...path(middle, end), forest.hashOf(start, middle)]
  }
  return path(0, size)
}

/**
 * The hashes that show that the first `to` leaves begin with the first `from` leaves.
 *
 * Errors: throws RangeError when the sizes are not 0 <= from <= to <= the forest's.
 * Source: RFC 9162, section 2.1.4.1; an empty tree needs no proof.
 */
export function consistencyProof(forest: Forest, from: number, to: number): readonly Bytes[] {
  if (!(from >= 0 && from <= to && to <= forest.size()))
    throw new RangeError(`sizes ${from} and ${to} are asked for, the forest holds ${forest.size()}`)
  const path = (start: number, end: number, whole: boolean): readonly Bytes[] => {
    if (from === end) return whole ? [] : [forest.hashOf(start, end)]
    const middle = start + largestPowerBelow(end - start)
    return from <= middle
      ? [...path(start, middle, whole), forest.hashOf(middle, end)]
      : [...path(middle, end, false), forest.hashOf(start, middle)]
  }
  return from === 0 ? [] : path(0, to, true)
}

/**
 * Whether a leaf stands at `index` in the tree.
 *
 * Errors: none; whatever is not a proof fails with a reason.
 * Source: RFC 9162, section 2.1.3.2.
 */
export function verifyInclusion(
  leaf: Bytes,
  index: number,
  { head, proof }: { readonly head: Head; readonly proof: readonly Bytes[] },
): Held {
  if (!isCount(index) || !isCount(head.size) || index >= head.size)
    return fails(`there is no entry ${index} among ${head.size}`)
  if (![leaf, head.root, ...proof].every(isHash)) return fails('a hash does not have 32 bytes')
  let [at, last, root] = [index, head.size - 1, leaf]
  for (const step of proof) {
    if (last === 0) return fails('the proof has too many hashes')
    if (odd(at) || at === last) {
      root = hashPair(step, root)
      while (!odd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else root = hashPair(root, step)
    ;[at, last] = [half(at), half(last)]
  }
  if (last !== 0) return fails('the proof has too few hashes')
  return sameBytes(root, head.root) ? HOLDS : fails('the proof leads to another root')
}

/**
 * Whether the newer tree begins with the whole older one, so that nothing was rewritten between the two.
 *
 * Errors: none; whatever is not a proof fails with a reason.
 * Source: RFC 9162, section 2.1.4.2. Stricter in one place: an empty older tree must name the empty root.
 */
export function verifyConsistency(older: Head, newer: Head, proof: readonly Bytes[]): Held {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size)
    return fails(`a tree of ${older.size} does not grow into one of ${newer.size}`)
  if (![older.root, newer.root, ...proof].every(isHash)) return fails('a hash does not have 32 bytes')
  if (older.size === 0 || older.size === newer.size) {
    if (proof.length > 0) return fails('the proof has too many hashes')
    const expected = older.size === newer.size ? newer.root : EMPTY_ROOT
    return sameBytes(older.root, expected) ? HOLDS : fails('trees of one size have two roots')
  }
  return walkBoth(older, newer, proof)
}

function walkBoth(older: Head, newer: Head, proof: readonly Bytes[]): Held {
  let [at, last] = [older.size - 1, newer.size - 1]
  while (odd(at)) [at, last] = [half(at), half(last)]
  // A complete older tree is a node of the newer one, and so is its own first step.
  const [first, ...steps] = at === 0 ? [older.root, ...proof] : proof
  if (first === undefined || proof.length === 0) return fails('the proof has too few hashes')
  let [from, to] = [first, first]
  for (const step of steps) {
    if (last === 0) return fails('the proof has too many hashes')
    if (odd(at) || at === last) {
      from = hashPair(step, from)
      to = hashPair(step, to)
      while (!odd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else to = hashPair(to, step)
    ;[at, last] = [half(at), half(last)]
  }
  if (last !== 0) return fails('the proof has too few hashes')
  if (!sameBytes(from, older.root)) return fails('the proof does not lead to the older root')
  return sameBytes(to, newer.root) ? HOLDS : fails('the proof does not lead to the newer root')
}

const HOLDS: Held = { kind: 'holds' }
const fails = (because: string): Held => ({ kind: 'fails', because })

// Shifts of JavaScript keep 32 bits; a ledger may grow past them.
const odd = (n: number): boolean => n % 2 === 1
const half = (n: number): number => Math.floor(n / 2)
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const isHash = (hash: Bytes): boolean => hash.length === HASH_BYTES
