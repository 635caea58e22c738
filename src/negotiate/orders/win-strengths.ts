import type { PairCount } from '../comparisons/duels.ts'
import { mostProbable } from '../comparisons/posterior.ts'
import type { Pairwise } from '../pairwise.ts'

/** Strengths of which 19 in 20 pairs have odds below 16 to 1, before any preference is known. ADR 0024. */
const ONE_UNIT = 1

/**
 * One strength per candidate, the same for everybody, under which these preferences are most probable: what plain
 * training on preferences fits. Agreeing with both, or with neither, is no preference.
 *
 * Shapes: cubic in the candidates.
 * Units:  log-odds.
 * Source: Bradley & Terry 1952, Biometrika 39(3/4):324-345; the prior of ADR 0024.
 */
export function winStrengths({ count, wins }: Pairwise, precision = ONE_UNIT): Float64Array {
  const pairs: PairCount[] = []
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) {
      const [won, lost] = [wins[i * count + j]!, wins[j * count + i]!]
      if (won + lost > 0) pairs.push({ i, j, met: won + lost, won })
    }
  return mostProbable({ pairs, items: count, precision })
}
