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
  const bandsOf = (width: number, bands: number): readonly Band[] =>
    Array.from({ length: bands }, (_, band) => bandOf(signature, rows.length, { band, width }))
  const width = WIDTHS.find((one) => meanMates(bandsOf(one, LOOKED_AT), rows.length) <= FEW_MATES) ?? FINEST
  const bands = bandsOf(width, HASHES / width)
  const indexOf = new Map(rows.map((row, index) => [row, index]))
  return {
    of(row) {
      const shared = new Map<number, number>()
      const index = indexOf.get(row)
      if (index === undefined) return shared
      for (const band of bands) for (const step of [-1, 1]) meet(shared, { band, rows, index, step })
      return shared
    },
  }
}

interface Meeting {
  readonly band: Band
  readonly rows: readonly number[]
  readonly index: number
  /** 1: those after a person in order, −1: those before. */
  readonly step: number
}

/** Counts those who share a bucket with a person, the nearest in order. */
function meet(
  shared: Map<number, number>,
  { band: { key, order, place }, rows, index, step }: Meeting,
): void {
  const at = place[index]!
  for (let far = 1; far <= NEAREST; far++) {
    const mate = order[at + step * far]
    if (mate === undefined || key[mate] !== key[index]) return
    shared.set(rows[mate]!, (shared.get(rows[mate]!) ?? 0) + 1)
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
function signaturesOf({ rowStart, statement, vote }: Votes, rows: readonly number[]): Int32Array {
  const random = chance('look-alikes/min-hash')
  const odd = Int32Array.from({ length: HASHES }, () => 2 * random.below(2 ** 30) + 1)
  const signature = new Int32Array(rows.length * HASHES).fill(0x7fffffff)
  for (let index = 0; index < rows.length; index++) {
    const [from, to] = [rowStart[rows[index]!]!, rowStart[rows[index]! + 1]!]
    const first = index * HASHES
    for (let at = from; at < to; at++) {
      const item = scattered(statement[at]! * 3 + vote[at]! + 2) | 0
      const mixed = item ^ (item >>> 15)
      for (let hash = 0; hash < HASHES; hash++) {
        const value = Math.imul(mixed, odd[hash]!)
        if (value < signature[first + hash]!) signature[first + hash] = value
      }
    }
  }
  return signature
}

function bandOf(
  signature: Int32Array,
  people: number,
  { band, width }: { readonly band: number; readonly width: number },
): Band {
  const key = new Uint32Array(people)
  // Key and person in one number: sorting doubles is much faster than sorting by a function.
  const sorted = new Float64Array(people)
  for (let index = 0; index < people; index++) {
    const from = index * HASHES + band * width
    let mixed = 0
    for (let at = from; at < from + width; at++) mixed = scattered(mixed ^ signature[at]!)
    key[index] = mixed
    sorted[index] = mixed * people + index
  }
  sorted.sort()
  const order = new Uint32Array(people)
  const place = new Uint32Array(people)
  for (let at = 0; at < people; at++) {
    order[at] = sorted[at]! % people
    place[order[at]!] = at
  }
  return { key, order, place }
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

/** Smallest hashes that are kept of a person's answers (ADR 0036). */
const HASHES = 96
/** How many hashes must agree, from coarse to fine (ADR 0036). */
const WIDTHS = [3, 4, 6]
const FINEST = 8
/** Patterns that show how large buckets are, and how many others a bucket may hold on average (ADR 0036). */
const LOOKED_AT = 4
const FEW_MATES = 8
/** So many of a full bucket are met on either side (ADR 0036). */
const NEAREST = 16
