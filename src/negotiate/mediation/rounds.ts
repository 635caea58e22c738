import { byId, type MediationId } from '../../kernel/index.ts'
import type { Listening, Mediation, Reason, Statement } from '../../listen/index.ts'

type Said = Pick<Listening, 'statements' | 'mediations' | 'rankings' | 'reasons'>

/** The rounds there were, the first one first. */
export const roundsOf = ({ mediations }: Pick<Listening, 'mediations'>): readonly Mediation[] =>
  [...mediations].sort((a, b) => a.round - b.round || byId(a.id, b.id))

/** The candidates a round wrote, by id. */
export const candidatesOf = (
  { statements }: Pick<Listening, 'statements'>,
  mediation: MediationId,
): readonly Statement[] =>
  statements.filter(({ written }) => written?.mediation === mediation).sort((a, b) => byId(a.id, b.id))

/** What people wrote for or against a round's candidates. */
export function critiquesOf(said: Said, mediation: MediationId): readonly Reason[] {
  const candidates = new Set(candidatesOf(said, mediation).map(({ id }) => id))
  return said.reasons.filter(({ statement }) => candidates.has(statement))
}
