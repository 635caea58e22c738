import { LEVEL, normalQuantile, retold } from '../../kernel/index.ts'
import { type Engine, singleThread } from '../engine/index.ts'
import type { StatementBridging } from '../opinion-map.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { mainPartOf, type Parts, partsOf } from './parts.ts'
import { type BridgingScores, FROM_THE_VOTES, scoreSteps } from './scores.ts'

/** Fewest answers with which a statement has a bridging score, as in Community Notes (ADR 0027). */
export const FEWEST_ANSWERS = 5

/** How many passes over the votes were made; how many there will be is not known before. */
export interface BridgingProgress {
  readonly doing: 'bridging'
  readonly done: number
  readonly of: number
}

/**
 * Which statements people agree with who usually differ.
 *
 * Each answer is explained by how readily the person agrees at all, by how the person leans along the one line that
 * divides people most, and by the statement. What is left for the statement itself is its bridging score.
 *
 * Shapes: one for each statement of the matrix, in its order.
 * Units:  agree is 1, pass ½, disagree 0; a score is what the statement adds to what is usual.
 * Errors: none; a statement without a score says why.
 * Source: Wojcik et al. 2022, arXiv:2210.15723; sign, interval and unknowns: ADR 0027.
 */
export function* bridgingSteps(
  matrix: VoteMatrix,
  engine: Engine = singleThread,
): Generator<BridgingProgress, StatementBridging[]> {
  const parts = partsOf(matrix)
  const steps = scoreSteps(mainPartOf(matrix, parts), { ...FROM_THE_VOTES, engine })
  const scores = yield* retold(steps, (passes) => ({
    doing: 'bridging' as const,
    done: passes,
    of: passes + 1,
  }))
  return statementsOf(matrix, parts, scores)
}

function statementsOf(
  { statements }: VoteMatrix,
  { apart }: Parts,
  { intercept, factor, variance, answered }: BridgingScores,
): StatementBridging[] {
  const z = normalQuantile((1 + LEVEL) / 2)
  return statements.map((statement, column) => {
    const n = answered[column]!
    if (n < FEWEST_ANSWERS) return { kind: 'unknown', statement, because: whyUnknown(n, apart[column]!) }
    const [estimate, half] = [intercept[column]!, z * Math.sqrt(variance[column]!)]
    return {
      kind: 'known',
      statement,
      score: { estimate, low: estimate - half, high: estimate + half, n, method: 'jackknife', level: LEVEL },
      factor: factor[column]!,
    }
  })
}

function whyUnknown(answered: number, apart: number): string {
  if (apart > 0)
    return `the ${apart} who answered it ${apart === 1 ? 'shares' : 'share'} no statement with most of the others`
  if (answered === 0) return 'nobody answered it'
  return `${answered} ${answered === 1 ? 'person' : 'people'} answered it, and ${FEWEST_ANSWERS} are needed`
}
