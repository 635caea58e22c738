import type { StatementId } from '../../kernel/index.ts'
import { type Profile, statementsAt } from '../profile.ts'
import { seatCounts } from '../seat-counts.ts'

/** What a solver says of a program: the value of each column, and whether it proved that none is better. */
export interface Solution {
  readonly kind: 'proved' | 'stopped' | 'failed'
  /** In the words of the solver. */
  readonly status: string
  readonly objective: number
  readonly columns: ReadonlyMap<string, number>
}

/** The slate of a solution, once it was checked. */
export type ExactPav =
  | { readonly kind: 'proved' | 'stopped'; readonly slate: readonly StatementId[]; readonly score: number }
  | { readonly kind: 'failed'; readonly because: string }

/**
 * What a solution seats, if it holds: as many as there are seats for, with the score that the solver says.
 *
 * That no slate scores higher is the solver's word; everything else is counted anew.
 *
 * Shapes: statements in order of the candidates.
 * Errors: none; a solution that does not hold says why.
 */
export function solvedPav(profile: Profile, seats: number, solution: Solution): ExactPav {
  if (solution.kind === 'failed') return failed(`the solver ended with "${solution.status}"`)
  const seated = [...profile.candidates.keys()].filter(
    (candidate) => (solution.columns.get(`x${candidate}`) ?? 0) > 0.5,
  )
  const wanted = Math.min(seats, profile.candidates.length)
  if (seated.length !== wanted)
    return failed(`the solver seats ${seated.length} statements, expected ${wanted}`)
  const slate = statementsAt(profile, seated)
  const score = pavScoreOf(profile, slate)
  if (Math.abs(score - solution.objective) > ROUNDING * Math.max(1, score))
    return failed(`the solver says ${solution.objective} for a slate that scores ${score}`)
  return { kind: solution.kind, slate, score }
}

/**
 * The PAV score of a slate: for each person 1 for the first seated statement, 1/2 for the second, and so on.
 *
 * People are counted by how many seats they have, so that the order of seats or people cannot move a rounding.
 */
export function pavScoreOf(profile: Profile, slate: readonly StatementId[]): number {
  const counts = seatCounts(profile, slate.length)
  for (const statement of slate) counts.seat(profile.candidates.indexOf(statement))
  const people = new Float64Array(slate.length + 1)
  for (const [row, weight] of profile.weights.entries()) people[counts.has[row]!]! += weight
  let harmonic = 0
  return people.reduce((score, count, has) => {
    harmonic += has === 0 ? 0 : 1 / has
    return score + count * harmonic
  }, 0)
}

/** How far a solver's sums may be off, as a share: its own tolerance for a row (ADR 0052). */
const ROUNDING = 1e-6

const failed = (because: string): ExactPav => ({ kind: 'failed', because })
