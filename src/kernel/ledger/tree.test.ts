import { describe, expect, test } from 'vitest'
import { type Bytes, hex, utf8 } from '../digest.ts'
import { growForest } from './forest.ts'
import { CT_LEAVES, CT_ROOTS, naiveRoot } from './tree.case.ts'
import { EMPTY_RANGE, EMPTY_ROOT, hashLeaf, rootOf, withLeaf } from './tree.ts'

describe('the tree', () => {
  test('names the public roots of the certificate-transparency leaves', () => {
    let range = EMPTY_RANGE
    const roots = [hex(rootOf(range))]
    for (const leaf of CT_LEAVES) {
      range = withLeaf(range, hashLeaf(leaf))
      roots.push(hex(rootOf(range)))
    }
    expect(roots).toEqual(CT_ROOTS)
  })

  test('agrees with the definition of RFC 9162, section 2.1.1, at every size', () => {
    const leaves: Bytes[] = []
    let range = EMPTY_RANGE
    const forest = growForest()
    expect(rootOf(range)).toEqual(naiveRoot(leaves))
    for (let size = 1; size <= 130; size++) {
      leaves.push(utf8(`leaf ${size}`))
      const leaf = hashLeaf(leaves.at(-1) as Bytes)
      range = withLeaf(range, leaf)
      forest.add(leaf)
      const root = naiveRoot(leaves)
      expect(rootOf(range)).toEqual(root)
      expect(forest.hashOf(0, size)).toEqual(root)
      expect(range.peaks.length).toBe(size.toString(2).replaceAll('0', '').length)
    }
  })

  test('a range is not changed by adding to it', () => {
    const one = withLeaf(EMPTY_RANGE, hashLeaf(utf8('a')))
    withLeaf(one, hashLeaf(utf8('b')))
    expect(one).toEqual({ size: 1, peaks: [hashLeaf(utf8('a'))] })
    expect(rootOf(EMPTY_RANGE)).toEqual(EMPTY_ROOT)
  })

  test('a forest refuses what it does not hold', () => {
    const forest = growForest()
    for (let leaf = 0; leaf < 5; leaf++) forest.add(hashLeaf(utf8(`${leaf}`)))
    expect(forest.hashOf(2, 2)).toEqual(EMPTY_ROOT)
    expect(() => forest.hashOf(0, 6)).toThrow('the forest holds 5')
    expect(() => forest.hashOf(3, 2)).toThrow('the forest holds 5')
    expect(() => forest.hashOf(1, 3)).toThrow('no subtree')
  })
})
