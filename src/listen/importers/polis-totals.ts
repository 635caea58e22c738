import type { StatementId } from '../../kernel/index.ts'
import { type Count, countsOf, NOBODY } from './polis-answers.ts'
import type { PolisParts } from './polis-parts.ts'
import type { PolisStatement } from './polis-tables.ts'

/** What comments.csv says of one statement beside what the votes say. */
export interface StatementTotals {
  readonly statement: StatementId
  /** As the export says; null where it does not. */
  readonly claimed: { readonly agree: number | null; readonly disagree: number | null }
  /** The latest vote of each person. */
  readonly latest: Readonly<Count>
  /** How many agree and disagree votes a later one replaced; null without votes.csv. */
  readonly replaced: number | null
  /** Which count of votes the totals are. */
  readonly fits: 'right' | 'every-vote-cast' | 'neither'
}

/** The totals of every statement that comments.csv lists, in the order of its rows. */
export function statementTotals({ comments, votes, merged }: PolisParts): StatementTotals[] {
  const latest = countsOf(merged.answers)
  const resolved = votes === null ? null : countsOf(votes.latest)
  return [...comments.statements.values()].map((listed) => {
    const own = latest.get(listed.id) ?? NOBODY
    const cast = votes === null ? null : (votes.cast.get(listed.id) ?? NOBODY)
    return {
      statement: listed.id,
      claimed: { agree: listed.agrees, disagree: listed.disagrees },
      latest: own,
      replaced: cast === null ? null : sum(cast) - sum(resolved?.get(listed.id) ?? NOBODY),
      fits: isCount(listed, own)
        ? 'right'
        : cast !== null && isCount(listed, cast)
          ? 'every-vote-cast'
          : 'neither',
    }
  })
}

const sum = ({ agree, disagree }: Count): number => agree + disagree
const isCount = ({ agrees, disagrees }: PolisStatement, { agree, disagree }: Count): boolean =>
  (agrees ?? agree) === agree && (disagrees ?? disagree) === disagree
