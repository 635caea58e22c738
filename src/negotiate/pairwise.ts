import { type Ballots, supportersOf } from './ballots.ts'
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
 * One candidate at a time, over those who saw it, so that the row being counted stays in the fastest memory; once for
 * each profile.
 *
 * Units:  people; a row of the profile counts as many times as it has people.
 * Shapes: linear in the sum over people of the square of what they saw.
 */
export function pairwiseOf(profile: Profile): Pairwise {
  const known = COUNTED.get(profile) ?? counted(profile)
  COUNTED.set(profile, known)
  return known
}

/** Several rules ask the same of one profile; counting is most of their work. */
const COUNTED = new WeakMap<Profile, Pairwise>()

function counted({ candidates, approvals, seen, weights }: Profile): Pairwise {
  const count = candidates.length
  const wins = new Float64Array(count * count)
  const met = new Float64Array(count * count)
  const declines = declinesOf(approvals, seen)
  const viewers = supportersOf(seen, count)
  const next = seen.offsets.slice()
  for (let one = 0; one < count; one++) {
    const won = wins.subarray(one * count, one * count + count)
    const both = met.subarray(one * count, one * count + count)
    for (let viewer = viewers.offsets[one]!; viewer < viewers.offsets[one + 1]!; viewer++) {
      const person = viewers.people[viewer]!
      const weight = weights[person]!
      const prefers = declines[next[person]!++] === 0 ? weight : 0
      if (weight === 0) continue
      for (let at = seen.offsets[person]!; at < seen.offsets[person + 1]!; at++) {
        const other = seen.candidates[at]!
        both[other]! += weight
        won[other]! += prefers * declines[at]!
      }
    }
    both[one] = 0
  }
  return { count, wins, met }
}

/** For each mark of what was seen, in order, 1 where its person did not agree. */
function declinesOf(approvals: Ballots, seen: Ballots): Uint8Array {
  const declines = new Uint8Array(seen.candidates.length).fill(1)
  for (let person = 0; person + 1 < seen.offsets.length; person++) {
    let at = seen.offsets[person]!
    for (let yes = approvals.offsets[person]!; yes < approvals.offsets[person + 1]!; yes++) {
      while (seen.candidates[at]! < approvals.candidates[yes]!) at++
      declines[at] = 0
    }
  }
  return declines
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
