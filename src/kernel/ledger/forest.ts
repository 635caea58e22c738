import type { Bytes } from '../digest.ts'
import { EMPTY_ROOT, HASH_BYTES, hashPair } from './tree.ts'

/**
 * Every complete subtree of a growing Merkle tree, so that a proof for any leaf and any size costs few hashes.
 *
 * Shapes: one flat buffer per level, 32 bytes a node; about 64 bytes a leaf (a Buffer per node takes seven times that).
 */
export interface Forest {
  readonly size: () => number
  readonly add: (leaf: Bytes) => void
  /** The hash of the tree over the leaves `start..end-1`, which a proof cuts so that they are aligned. */
  readonly hashOf: (start: number, end: number) => Bytes
}

/**
 * A forest without leaves. It only grows.
 *
 * Errors: throws RangeError when asked for leaves it does not have; that is a programmer's mistake.
 *
 * @example
 * growForest().size() // => 0
 */
export function growForest(): Forest {
  const levels: Level[] = [emptyLevel()]

  const add = (leaf: Bytes): void => {
    let node = leaf
    for (let height = 0; ; height++) {
      const level = levels[height] ?? emptyLevel()
      levels[height] = level
      push(level, node)
      if (level.count % 2 === 1) return
      node = hashPair(nodeAt(level, level.count - 2), node)
    }
  }

  const size = (): number => levels[0]?.count ?? 0

  const hashOf = (start: number, end: number): Bytes => {
    if (!(start >= 0 && start <= end && end <= size()))
      throw new RangeError(`leaves ${start}..${end} are asked for, the forest holds ${size()}`)
    if (start === end) return EMPTY_ROOT
    const width = end - start
    const left = largestPowerBelow(width)
    if (left * 2 !== width && width > 1)
      return hashPair(hashOf(start, start + left), hashOf(start + left, end))
    if (start % width !== 0) throw new RangeError(`leaves ${start}..${end} are no subtree`)
    return nodeAt(levels[Math.log2(width)] as Level, start / width)
  }

  return { size, add, hashOf }
}

/**
 * The largest power of two that is smaller than n: where RFC 9162 cuts a tree of n leaves in two.
 *
 * @example
 * [2, 3, 4, 5].map(largestPowerBelow) // => [1, 2, 2, 4]
 */
export function largestPowerBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

interface Level {
  bytes: Bytes
  count: number
}

const FIRST_NODES = 64

const emptyLevel = (): Level => ({ bytes: new Uint8Array(FIRST_NODES * HASH_BYTES), count: 0 })

function push(level: Level, node: Bytes): void {
  const at = level.count * HASH_BYTES
  if (at === level.bytes.length) {
    const wider = new Uint8Array(level.bytes.length * 2)
    wider.set(level.bytes)
    level.bytes = wider
  }
  level.bytes.set(node, at)
  level.count++
}

const nodeAt = (level: Level, index: number): Bytes =>
  level.bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES)
