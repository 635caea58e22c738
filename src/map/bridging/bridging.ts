import { LEVEL, normalQuantile } from '../../kernel/index.ts'
import type { StatementBridging } from '../opinion-map.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { mainPartOf, partsOf } from './parts.ts'
import { bridgingScoresOf } from './scores.ts'

/** Fewest answers with which a statement has a bridging score, as in Community Notes (ADR 0027). */
export const FEWEST_ANSWERS = 5

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
export function bridgingOf(matrix: VoteMatrix): StatementBridging[] {
  const parts = partsOf(matrix)
  const { intercept, factor, variance, answered } = bridgingScoresOf(mainPartOf(matrix, parts))
  return matrix.statements.map((statement, column) => {
    const n = answered[column]!
    if (n < FEWEST_ANSWERS)
      return { kind: 'unknown', statement, because: whyUnknown(n, parts.apart[column]!) }
    const half = normalQuantile((1 + LEVEL) / 2) * Math.sqrt(variance[column]!)
    const estimate = intercept[column]!
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
