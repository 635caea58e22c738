import { rowAt } from '../ballots.ts'
import { distinctBallots } from '../certificates/distinct-ballots.ts'
import type { Profile } from '../profile.ts'

/** An integer program as text, which any solver of the LP format reads. */
export interface PavProgram {
  readonly text: string
  /** How many columns it has besides those of the candidates: what makes it hard. */
  readonly terms: number
}

/**
 * The slate with the highest PAV score, as an integer program.
 *
 * A column `x3` is 1 where candidate 3 is seated. A column `y5_2` counts the second seated statement of those who cast
 * distinct ballot 5, at half their number. As later ones count less, the ys fill up from the first and need not be
 * integers.
 *
 * Shapes: one row per distinct ballot; at most `seats` terms each.
 * Errors: none; without a term there is nothing to solve, and solvers take offence at that.
 * Source: Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences, section 5.3; ADR 0052.
 */
export function pavProgram(profile: Profile, seats: number): PavProgram {
  const { approvals, weights } = distinctBallots(profile)
  const ballots = Array.from(weights, (people, row) =>
    ballotOf(rowAt(approvals, row), { people, row, seats }),
  )
  const terms = ballots.flatMap((ballot) => ballot.terms)
  const xs = profile.candidates.map((_, candidate) => `x${candidate}`)
  const lines = [
    'Maximize',
    ' score:',
    ...terms.map(({ worth, column }) => `  + ${worth} ${column}`),
    'Subject To',
    ' seats:',
    ...xs.map((x) => `  + ${x}`),
    `  = ${Math.min(seats, xs.length)}`,
    ...ballots.filter((ballot) => ballot.terms.length > 0).flatMap(({ lines }) => lines),
    'Bounds',
    ...terms.map(({ column }) => ` 0 <= ${column} <= 1`),
    'Binary',
    ...xs.map((x) => ` ${x}`),
    'End',
  ]
  return { text: `${lines.join('\n')}\n`, terms: terms.length }
}

interface Cast {
  readonly people: number
  readonly row: number
  readonly seats: number
}

/** What a distinct ballot may count, and the row that keeps it from counting more than is seated. */
function ballotOf(candidates: Uint32Array, { people, row, seats }: Cast) {
  const terms = Array.from({ length: Math.min(seats, candidates.length) }, (_, at) => ({
    column: `y${row}_${at + 1}`,
    worth: people / (at + 1),
  }))
  const lines = [
    ` ballot${row}:`,
    ...terms.map(({ column }) => `  + ${column}`),
    ...Array.from(candidates, (candidate) => `  - x${candidate}`),
    '  <= 0',
  ]
  return { terms, lines }
}
