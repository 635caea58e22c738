import { byId, type Direction, type StatementId, seen } from '../../kernel/index.ts'
import { ownZ, TEN_PERCENT } from '../findings/representative.ts'
import type { StatementTally } from '../findings/support.ts'

/** A statement on Polis' list of what most people agree, or disagree, with. */
export interface PolisConsensus {
  readonly statement: StatementId
  readonly direction: Direction
  /** (A + 1) / (S + 2), and its z against one half. */
  readonly share: number
  readonly ownZ: number
}

const MOST_LISTED = 5

/**
 * What most people agree with, and what most disagree with: five statements each, largest share · z first.
 *
 * Everybody who voted counts, in a group or not, and each once: a large group outvotes a small one here.
 *
 * Source: ADR 0028.
 */
export function consensusLists(tallies: readonly StatementTally[]): PolisConsensus[] {
  return [...listed(tallies, 'agree'), ...listed(tallies, 'disagree')]
}

function listed(
  tallies: readonly StatementTally[],
  direction: PolisConsensus['direction'],
): PolisConsensus[] {
  return tallies
    .map(({ statement, overall }) => ({
      statement,
      direction,
      share: (overall[direction] + 1) / (seen(overall) + 2),
      ownZ: ownZ(overall[direction], seen(overall)),
    }))
    .filter(({ share, ownZ }) => share > 0.5 && ownZ > TEN_PERCENT)
    .sort((a, b) => b.share * b.ownZ - a.share * a.ownZ || byId(a.statement, b.statement))
    .slice(0, MOST_LISTED)
}
