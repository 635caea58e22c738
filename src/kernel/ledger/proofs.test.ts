import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Bytes, sha256, utf8 } from '../digest.ts'
import { type Forest, growForest } from './forest.ts'
import { consistencyProof, type Head, inclusionProof, verifyConsistency, verifyInclusion } from './proofs.ts'
import {
  CT_CONSISTENCY,
  CT_INCLUSION,
  CT_LEAVES,
  hashesOf,
  naiveConsistency,
  naivePath,
} from './tree.case.ts'
import { EMPTY_ROOT, hashLeaf } from './tree.ts'

const LARGEST = 130
const data = Array.from({ length: LARGEST }, (_, at) => utf8(`leaf ${at}`))
const leaves = data.map(hashLeaf)
let forest: Forest
let heads: readonly Head[]

beforeAll(() => {
  forest = forestOf(data)
  heads = Array.from({ length: LARGEST + 1 }, (_, size) => ({ size, root: forest.hashOf(0, size) }))
})

describe('published proofs', () => {
  const published = forestOf(CT_LEAVES)
  const head = (size: number): Head => ({ size, root: published.hashOf(0, size) })

  test.each(CT_INCLUSION)('leaf %i of %i', (index, size, steps) => {
    const proof = hashesOf(steps)
    expect(inclusionProof(published, index, size)).toEqual(proof)
    const leaf = hashLeaf(CT_LEAVES[index] as Bytes)
    expect(verifyInclusion(leaf, index, { head: head(size), proof })).toEqual({ kind: 'holds' })
    for (const [name, wrong] of wrongInclusions(leaf, index, { head: head(size), proof }))
      expect(verifyInclusion(...wrong), name).toMatchObject({ kind: 'fails' })
  })

  test.each(CT_CONSISTENCY)('from %i to %i', (from, to, steps) => {
    const proof = hashesOf(steps)
    expect(consistencyProof(published, from, to)).toEqual(proof)
    expect(verifyConsistency(head(from), head(to), proof)).toEqual({ kind: 'holds' })
    for (const [name, wrong] of wrongConsistencies(head(from), head(to), proof))
      expect(verifyConsistency(...wrong), name).toMatchObject({ kind: 'fails' })
  })

  test('the refused cases of the reference tests', () => {
    const some = sha256(utf8('some'))
    const short = new Uint8Array()
    for (const [index, size] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 1],
    ] as const)
      for (const [leaf, root] of [
        [some, short],
        [short, EMPTY_ROOT],
        [some, EMPTY_ROOT],
        [short, short],
      ] as const)
        expect(verifyInclusion(leaf, index, { head: { size, root }, proof: [] }).kind).toBe('fails')
    const cases: readonly (readonly [number, number, Bytes, Bytes, readonly Bytes[]])[] = [
      [0, 0, some, EMPTY_ROOT, []],
      [1, 1, some, EMPTY_ROOT, []],
      [1, 0, some, EMPTY_ROOT, []],
      [2, 1, some, EMPTY_ROOT, []],
      [1, 2, some, EMPTY_ROOT, []],
      [0, 0, EMPTY_ROOT, EMPTY_ROOT, [EMPTY_ROOT]],
      [0, 1, EMPTY_ROOT, EMPTY_ROOT, [EMPTY_ROOT]],
      [1, 1, EMPTY_ROOT, EMPTY_ROOT, [EMPTY_ROOT]],
      [0, 1, some, some, []],
    ]
    for (const [from, to, older, newer, proof] of cases)
      expect(verifyConsistency({ size: from, root: older }, { size: to, root: newer }, proof).kind).toBe(
        'fails',
      )
  })
})

describe('proofs at every size', () => {
  test('every leaf of every size from 1 to 130: the proof holds and is no longer than it need be', () => {
    for (let size = 1; size <= LARGEST; size++)
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(forest, index, size)
        const held = verifyInclusion(leaves[index] as Bytes, index, { head: heads[size] as Head, proof })
        if (held.kind !== 'holds') expect.fail(`leaf ${index} of ${size}: ${held.because}`)
        if (proof.length > Math.ceil(Math.log2(size)))
          expect.fail(`leaf ${index} of ${size}: ${proof.length}`)
      }
  })

  test('every pair of sizes from 0 to 130: the proof holds', () => {
    for (let to = 0; to <= LARGEST; to++)
      for (let from = 0; from <= to; from++) {
        const proof = consistencyProof(forest, from, to)
        const held = verifyConsistency(heads[from] as Head, heads[to] as Head, proof)
        if (held.kind !== 'holds') expect.fail(`${from} to ${to}: ${held.because}`)
      }
  })

  test('proofs are those of the definition', () => {
    for (let size = 1; size <= 24; size++) {
      const some = data.slice(0, size)
      for (let at = 0; at < size; at++) {
        expect(inclusionProof(forest, at, size)).toEqual(naivePath(at, some))
        expect(consistencyProof(forest, at + 1, size)).toEqual(naiveConsistency(at + 1, some))
      }
    }
  })
})

describe('wrong proofs', () => {
  const sized = fc.integer({ min: 1, max: LARGEST }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      index: fc.integer({ min: 0, max: size - 1 }),
      from: fc.integer({ min: 1, max: size }),
    }),
  )

  test('a proof of inclusion with anything changed fails', () => {
    fc.assert(
      fc.property(sized, ({ size, index }) => {
        const leaf = leaves[index] as Bytes
        const proof = inclusionProof(forest, index, size)
        for (const [name, wrong] of wrongInclusions(leaf, index, { head: heads[size] as Head, proof }))
          expect(verifyInclusion(...wrong).kind, `${index} of ${size}: ${name}`).toBe('fails')
      }),
    )
  })

  test('a proof of consistency with anything changed fails', () => {
    fc.assert(
      fc.property(sized, ({ size, from }) => {
        const proof = consistencyProof(forest, from, size)
        const [older, newer] = [heads[from] as Head, heads[size] as Head]
        for (const [name, wrong] of wrongConsistencies(older, newer, proof))
          expect(verifyConsistency(...wrong).kind, `${from} to ${size}: ${name}`).toBe('fails')
      }),
    )
  })

  test('a rewritten leaf breaks consistency with every head that had it', () => {
    const forged = forestOf(data.map((leaf, at) => (at === 40 ? utf8('forged') : leaf)))
    const newer = { size: LARGEST, root: forged.hashOf(0, LARGEST) }
    for (let from = 41; from < LARGEST; from++)
      expect(
        verifyConsistency(heads[from] as Head, newer, consistencyProof(forged, from, LARGEST)).kind,
      ).toBe('fails')
    expect(verifyConsistency(heads[40] as Head, newer, consistencyProof(forged, 40, LARGEST)).kind).toBe(
      'holds',
    )
  })

  test('numbers that count nothing fail and do not throw', () => {
    for (const odd of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      const head = { size: odd, root: EMPTY_ROOT }
      expect(verifyInclusion(EMPTY_ROOT, 0, { head, proof: [] }).kind).toBe('fails')
      expect(verifyInclusion(EMPTY_ROOT, odd, { head: heads[8] as Head, proof: [] }).kind).toBe('fails')
      expect(verifyConsistency(head, heads[8] as Head, []).kind).toBe('fails')
      expect(verifyConsistency(heads[8] as Head, head, []).kind).toBe('fails')
    }
  })

  test('asking for a proof of what is not there is a programmer’s mistake', () => {
    expect(() => inclusionProof(forest, 3, 3)).toThrow('leaf 3 of 3')
    expect(() => inclusionProof(forest, 0, LARGEST + 1)).toThrow('holds 130')
    expect(() => consistencyProof(forest, 4, 3)).toThrow('sizes 4 and 3')
  })
})

function forestOf(items: readonly Bytes[]): Forest {
  const grown = growForest()
  for (const item of items) grown.add(hashLeaf(item))
  return grown
}

type Inclusion = Parameters<typeof verifyInclusion>
type Consistency = Parameters<typeof verifyConsistency>

function wrongInclusions(leaf: Bytes, index: number, claim: Inclusion[2]): readonly [string, Inclusion][] {
  const { head, proof } = claim
  const other = sha256(utf8('another'))
  const withProof = (changed: readonly Bytes[]): Inclusion => [leaf, index, { head, proof: changed }]
  const withHead = (changed: Partial<Head>): Inclusion => [
    leaf,
    index,
    { proof, head: { ...head, ...changed } },
  ]
  return [
    ['the next index', [leaf, index + 1, claim]],
    ['the index before', [leaf, index - 1, claim]],
    ['twice the size', withHead({ size: head.size * 2 })],
    ['half the size', withHead({ size: Math.floor(head.size / 2) })],
    ['another leaf', [other, index, claim]],
    ['a short leaf', [leaf.slice(1), index, claim]],
    ['another root', withHead({ root: other })],
    ['a short root', withHead({ root: head.root.slice(1) })],
    ...wrongSteps(proof, head.root).map(([name, steps]): [string, Inclusion] => [name, withProof(steps)]),
  ]
}

function wrongConsistencies(
  older: Head,
  newer: Head,
  proof: readonly Bytes[],
): readonly [string, Consistency][] {
  const other = sha256(utf8('another'))
  const same = older.size === newer.size
  const claims: readonly [string, Consistency][] = [
    ['an older head one larger', [{ ...older, size: older.size + 1 }, newer, proof]],
    ['twice the newer size', [older, { ...newer, size: newer.size * 2 }, proof]],
    ['another older root', [{ ...older, root: other }, newer, proof]],
    ['another newer root', [older, { ...newer, root: other }, proof]],
    ['a short root', [older, { ...newer, root: newer.root.slice(1) }, proof]],
  ]
  const turned: readonly [string, Consistency][] = [['newer and older swapped', [newer, older, proof]]]
  return [
    ...claims,
    ...(same ? [] : turned),
    ...wrongSteps(proof, newer.root).map(([name, steps]): [string, Consistency] => [
      name,
      [older, newer, steps],
    ]),
  ]
}

function wrongSteps(proof: readonly Bytes[], root: Bytes): readonly [string, readonly Bytes[]][] {
  const flipped = proof.map((_, at): [string, readonly Bytes[]] => [
    `bit of step ${at}`,
    proof.map((step, which) => (which === at ? step.map((byte, b) => (b === 0 ? byte ^ 8 : byte)) : step)),
  ])
  const shorter: readonly [string, readonly Bytes[]][] =
    proof.length === 0
      ? []
      : [
          ['without the last step', proof.slice(0, -1)],
          ['without the first step', proof.slice(1)],
        ]
  return [
    ...flipped,
    ...shorter,
    ['the root after it', [...proof, root]],
    ['the root before it', [root, ...proof]],
    ['an empty hash after it', [...proof, new Uint8Array()]],
    ['an empty hash before it', [new Uint8Array(), ...proof]],
  ]
}
