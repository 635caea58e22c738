import type { Bytes } from '../digest.ts'
import { EMPTY_ROOT, hashLeaf, hashPair } from './tree.ts'

const unhex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'))

/** The leaves that implementations of RFC 6962 share. Source: google/certificate-transparency, test vectors. */
export const CT_LEAVES: readonly Bytes[] = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(unhex)

/** The published root of the first 0, 1, 2, … of those leaves. */
export const CT_ROOTS: readonly string[] = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const N01 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const N00 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
const N04 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const N06 = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f'
const N10 = 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'
const N11 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const N12 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const N13 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const N20 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
const N21 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'

/** Published inclusion proofs. Source: transparency-dev/merkle, `proof/verify_test.go` (there counted from 1). */
export const CT_INCLUSION: readonly (readonly [index: number, size: number, proof: readonly string[]])[] = [
  [0, 1, []],
  [0, 8, [N01, N11, N21]],
  [5, 8, [N04, N13, N20]],
  [2, 3, [N10]],
  [1, 5, [N00, N11, N04]],
]

/** Published consistency proofs, from the same file. */
export const CT_CONSISTENCY: readonly (readonly [from: number, to: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [N01, N11, N21]],
  [6, 8, [N12, N13, N20]],
  [2, 5, [N11, N04]],
  [6, 7, [N12, N06, N20]],
]

export const hashesOf = (proof: readonly string[]): readonly Bytes[] => proof.map(unhex)

/** The root by its definition, with nothing remembered. Source: RFC 9162, section 2.1.1. */
export function naiveRoot(leaves: readonly Bytes[]): Bytes {
  if (leaves.length === 0) return EMPTY_ROOT
  if (leaves.length === 1) return hashLeaf(leaves[0] as Bytes)
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return hashPair(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}

/** An inclusion path by its definition. Source: RFC 9162, section 2.1.3.1. */
export function naivePath(index: number, leaves: readonly Bytes[]): readonly Bytes[] {
  if (leaves.length === 1) return []
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return index < k
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - k, right), naiveRoot(left)]
}

/** A consistency proof by its definition. Source: RFC 9162, section 2.1.4.1. */
export function naiveConsistency(from: number, leaves: readonly Bytes[], whole = true): readonly Bytes[] {
  if (from === leaves.length) return whole ? [] : [naiveRoot(leaves)]
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return from <= k
    ? [...naiveConsistency(from, left, whole), naiveRoot(right)]
    : [...naiveConsistency(from - k, right, false), naiveRoot(left)]
}
