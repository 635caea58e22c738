import { type Ballots, rowsAt } from '../ballots.ts'
import type { Profile } from '../profile.ts'

/**
 * Each different ballot once, with how many people cast it; who they are is gone.
 *
 * Shapes: a weight for each row of `approvals`; rows in the order of their candidates, so that the order of people
 * never shows.
 */
export interface DistinctBallots {
  readonly approvals: Ballots
  readonly weights: Float64Array
  /** How many people all rows stand for, those who agree with nothing among them. */
  readonly everybody: number
}

/** The ballots of a profile, told apart by what they agree with. */
export function distinctBallots({ approvals, weights, everybody }: Profile): DistinctBallots {
  const rows = Uint32Array.from(weights.keys())
    .filter((row) => weights[row]! > 0)
    .sort((a, b) => compared(approvals, a, b))
  const first = rows.filter((row, at) => at === 0 || compared(approvals, rows[at - 1]!, row) !== 0)
  const people = new Float64Array(first.length)
  let place = -1
  for (const row of rows) {
    if (row === first[place + 1]) place++
    people[place]! += weights[row]!
  }
  return { approvals: rowsAt(approvals, first), weights: people, everybody }
}

function compared({ offsets, candidates }: Ballots, a: number, b: number): number {
  const [fromA, fromB] = [offsets[a]!, offsets[b]!]
  const [lengthA, lengthB] = [offsets[a + 1]! - fromA, offsets[b + 1]! - fromB]
  const shared = Math.min(lengthA, lengthB)
  for (let at = 0; at < shared; at++) {
    const difference = candidates[fromA + at]! - candidates[fromB + at]!
    if (difference !== 0) return difference
  }
  return lengthA - lengthB
}
