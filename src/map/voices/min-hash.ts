import { chance } from '../../kernel/index.ts'
import type { Votes } from '../votes/matrix.ts'

/** People whose answers may coincide much, found without comparing everybody with everybody. */
export interface Mates {
  /** Those who fell into a bucket with this row, with how many buckets they share; itself left out. */
  of(row: number): ReadonlyMap<number, number>
}

/**
 * Hashes answer patterns so that two people meet the more often, the larger the part of all their answers that both
 * gave alike: a bucket holds those whose smallest hashes over (statement, vote) agree in a few places.
 *
 * Patterns are made finer until buckets are small; in a bucket that stays large, a person meets those next in order.
 *
 * Shapes: `rows` are the people to be compared.
 * Source: Broder 1997, SEQUENCES, pp. 21-29 (min-wise hashing); banding: Leskovec, Rajaraman & Ullman 2014, Mining of
 *         Massive Datasets, 2nd ed., section 3.4. The numbers: ADR 0036.
 */
export function matesOf(votes: Votes, rows: readonly number[]): Mates {
  const signature = signaturesOf(votes, rows)
  let bands: readonly Band[] = []
  for (const width of WIDTHS) {
    bands = Array.from({ length: HASHES / width }, (_, band) => bandOf(signature, rows, { band, width }))
    if (meanMates(bands, rows.length) <= FEW_MATES) break
  }
  const indexOf = new Map(rows.map((row, index) => [row, index]))
  return {
    of(row) {
      const shared = new Map<number, number>()
      const index = indexOf.get(row)
      if (index === undefined) return shared
      for (const band of bands)
        for (const mate of inBucket(band, index)) shared.set(rows[mate]!, (shared.get(rows[mate]!) ?? 0) + 1)
      return shared
    },
  }
}

/** One pattern for everybody: people in order of it, so that equal ones stand together. */
interface Band {
  readonly key: Uint32Array
  readonly order: Uint32Array
  /** Where each person stands in `order`. */
  readonly place: Uint32Array
}

/** The smallest of each hash over a person's answers, HASHES in a row. */
function signaturesOf({ rowStart, statement, vote }: Votes, rows: readonly number[]): Uint32Array {
  const random = chance('look-alikes/min-hash')
  const odd = Uint32Array.from({ length: HASHES }, () => 2 * random.below(2 ** 30) + 1)
  const signature = new Uint32Array(rows.length * HASHES).fill(0xffffffff)
  rows.forEach((row, index) => {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const item = scattered(statement[at]! * 3 + vote[at]! + 2)
      for (let hash = 0, to = index * HASHES; hash < HASHES; hash++, to++) {
        const value = Math.imul(item ^ (item >>> 15), odd[hash]!) >>> 0
        if (value < signature[to]!) signature[to] = value
      }
    }
  })
  return signature
}

function bandOf(
  signature: Uint32Array,
  rows: readonly number[],
  { band, width }: { readonly band: number; readonly width: number },
): Band {
  const key = Uint32Array.from(rows, (_, index) => {
    let mixed = 0
    for (let hash = 0; hash < width; hash++)
      mixed = scattered(mixed ^ signature[index * HASHES + band * width + hash]!)
    return mixed
  })
  // Key and person in one number: sorting doubles is much faster than sorting by a function.
  const sorted = Float64Array.from(key, (value, index) => value * rows.length + index).sort()
  const order = Uint32Array.from(sorted, (both) => both % rows.length)
  const place = new Uint32Array(rows.length)
  order.forEach((index, at) => {
    place[index] = at
  })
  return { key, order, place }
}

function* inBucket({ key, order, place }: Band, index: number): Generator<number> {
  const at = place[index]!
  for (const step of [-1, 1])
    for (let other = at + step; Math.abs(other - at) <= NEAREST; other += step) {
      const mate = order[other]
      if (mate === undefined || key[mate] !== key[index]) break
      yield mate
    }
}

/** How many share a bucket with a person, on average over people and bands. */
function meanMates(bands: readonly Band[], people: number): number {
  let mates = 0
  for (const { key, order } of bands)
    for (let from = 0, at = 1; at <= people; at++)
      if (at === people || key[order[at]!] !== key[order[from]!]) {
        mates += (at - from) * (at - from - 1)
        from = at
      }
  return mates / Math.max(1, people * bands.length)
}

/** Spreads a number over 32 bits. Source: the finalizer of MurmurHash3, Appleby 2011. */
function scattered(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const HASHES = 96
/** How many hashes must agree, from coarse to fine. */
const WIDTHS = [3, 4, 6, 8]
const FEW_MATES = 8
const NEAREST = 16
