import type { Profile } from './profile.ts'

/**
 * How many people prefer each candidate to each other one, of those who can tell.
 *
 * Shapes: both are count × count, row by row; `met` is symmetric, and 0 where nobody saw both: then nothing is known.
 */
export interface Pairwise {
  readonly count: number
  /** People who prefer the row to the column. */
  readonly wins: Float64Array
  /** People who saw both. */
  readonly met: Float64Array
}

/**
 * Who prefers what to what, from approvals: of those who saw both, who agrees with one and not with the other.
 *
 * Units:  people; a row of the profile counts as many times as it has people.
 * Shapes: quadratic in what each person saw, and in the candidates.
 */
export function pairwiseOf({ candidates, approvals, seen, weights }: Profile): Pairwise {
  const count = candidates.length
  const wins = new Float64Array(count * count)
  const met = new Float64Array(count * count)
  const agrees = new Uint8Array(count)
  for (let person = 0; person < weights.length; person++) {
    const weight = weights[person]!
    if (weight === 0) continue
    const yes = approvals.candidates.subarray(approvals.offsets[person], approvals.offsets[person + 1])
    const saw = seen.candidates.subarray(seen.offsets[person], seen.offsets[person + 1])
    for (const candidate of yes) agrees[candidate] = 1
    for (let at = 0; at < saw.length; at++) {
      const one = saw[at]!
      for (let later = at + 1; later < saw.length; later++) {
        const other = saw[later]!
        met[one * count + other]! += weight
        if (agrees[one]! > agrees[other]!) wins[one * count + other]! += weight
        if (agrees[other]! > agrees[one]!) wins[other * count + one]! += weight
      }
    }
    for (const candidate of yes) agrees[candidate] = 0
  }
  return { count, wins, met: mirrored(met, count) }
}

/** Candidates, best first; those left out are not compared with any. */
export interface Ranking {
  readonly order: readonly number[]
  /** How many people rank them so. */
  readonly people: number
}

/**
 * Who prefers what to what, from rankings.
 *
 * @example
 * [...pairwiseOfRankings([{ order: [1, 0], people: 3 }], 2).wins] // => [0, 0, 3, 0]
 */
export function pairwiseOfRankings(rankings: readonly Ranking[], count: number): Pairwise {
  const wins = new Float64Array(count * count)
  for (const { order, people } of rankings)
    for (const [place, better] of order.entries())
      for (const worse of order.slice(place + 1)) wins[better * count + worse]! += people
  const met = wins.map((won, cell) => won + wins[(cell % count) * count + Math.floor(cell / count)]!)
  return { count, wins, met }
}

/**
 * By how much each candidate leads each other one: the difference of the shares that prefer it, with one imagined
 * preference each way, so that a lead among three people is less than the same lead among a hundred.
 *
 * Nobody leads where nobody saw both. Where everybody saw everything, this is the margin of the votes on another scale.
 *
 * Shapes: count × count, row by row; minus itself when transposed.
 * Units:  shares, from -1 to 1.
 * Source: ADR 0054.
 */
export function leadsOf({ count, wins, met }: Pairwise): Float64Array {
  const leads = new Float64Array(count * count)
  for (let a = 0; a < count; a++)
    for (let b = 0; b < a; b++) {
      const lead = (wins[a * count + b]! - wins[b * count + a]!) / (met[a * count + b]! + 2)
      leads[a * count + b] = lead
      leads[b * count + a] = lead === 0 ? 0 : -lead
    }
  return leads
}

/** The lower triangle, from the upper one. */
function mirrored(upper: Float64Array, count: number): Float64Array {
  for (let row = 0; row < count; row++)
    for (let column = 0; column < row; column++) upper[row * count + column] = upper[column * count + row]!
  return upper
}
