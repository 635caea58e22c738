import { type Ballots, compareRows, rowsAt } from '../ballots.ts'
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
    .sort((a, b) => compareRows(approvals, a, b))
  const first = rows.filter((row, at) => at === 0 || compareRows(approvals, rows[at - 1]!, row) !== 0)
  const people = new Float64Array(first.length)
  let place = -1
  for (const row of rows) {
    if (row === first[place + 1]) place++
    people[place]! += weights[row]!
  }
  return { approvals: rowsAt(approvals, first), weights: people, everybody }
}
