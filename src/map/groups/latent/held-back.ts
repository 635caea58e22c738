import { quickChance } from '../../../kernel/index.ts'
import type { Votes } from '../../votes/matrix.ts'
import { pickedRows, pickedVotes } from '../../votes/picked.ts'
import { type Classes, posterior } from './classes.ts'

/** Votes in two parts: what classes are fitted to, and what they must foretell. Rows and columns stay. */
export interface Halves {
  readonly kept: Votes
  readonly held: Votes
}

/** Holds back a tenth of the votes of some rows, vote by vote by chance. */
export function heldBack(votes: Votes, rows: ArrayLike<number>, seed: string): Halves {
  const random = quickChance(seed)
  const own = pickedRows(votes, rows)
  const isHeld = own.vote.map(() => Number(random.uniform() < HELD_SHARE))
  return {
    kept: pickedVotes(own, (at) => isHeld[at] === 0),
    held: pickedVotes(own, (at) => isHeld[at] === 1),
  }
}

/** For each row, the log likelihood of the votes held back, by classes that know the rest of its votes. */
export function foretold({ kept, held }: Halves, { k, shares, logChance }: Classes): Float64Array {
  const belongs = new Float64Array(k)
  const logShare = shares.map(Math.log)
  return Float64Array.from({ length: kept.people }, (_, row) => {
    posterior(kept, row, { logShare, logChance, belongs })
    const known = belongs.map((share) => Math.log(Math.max(share, Number.MIN_VALUE)))
    return posterior(held, row, { logShare: known, logChance, belongs })
  })
}

/** The mean difference of two rows of figures, and its standard error. */
export function difference(
  a: Float64Array,
  b: Float64Array,
): { readonly mean: number; readonly error: number } {
  const n = a.length
  let mean = 0
  for (let i = 0; i < n; i++) mean += (a[i]! - b[i]!) / n
  let squares = 0
  for (let i = 0; i < n; i++) squares += (a[i]! - b[i]! - mean) ** 2
  return { mean, error: Math.sqrt(squares / Math.max(1, n - 1) / Math.max(1, n)) }
}

/** Less would tell more slowly which classes foretell best; more would leave too little to fit them to (ADR 0004). */
const HELD_SHARE = 0.1
