import type { ParticipantId, Sign, StatementId } from '../../kernel/index.ts'

/** An answer given or changed, or taken back (null); of several on one thing the later counts. */
export interface VoteChange {
  readonly participant: ParticipantId
  readonly statement: StatementId
  readonly vote: Sign | null
}
