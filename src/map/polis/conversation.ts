import type { StatementId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import { matrixOf, type VoteMatrix } from '../votes/matrix.ts'

/** The votes as Polis sees them: a column for every statement somebody answered, some of them set to zero. */
export interface Conversation {
  /** Every column, as cast: what groups are counted in, and what says who answered enough. */
  readonly cast: VoteMatrix
  /** The columns that place people. The others are 0 for everybody, and `leftOut` says how many they are. */
  readonly drawn: VoteMatrix
  /** Statements set to zero: those that moderators removed, and those about people. */
  readonly zeroed: ReadonlySet<StatementId>
  readonly aboutPeople: ReadonlySet<StatementId>
}

/**
 * The votes by the conventions of Polis.
 *
 * A column of zeros has no mean and no loading, so it places nobody; but every person counts as having answered it,
 * which is how `leftOut` enters the positions. Strict moderation changes what people are shown, not this matrix.
 *
 * Source: ADR 0028.
 */
export function conversationOf(listening: Listening): Conversation {
  const answered = new Set(listening.votes.map(({ statement }) => statement))
  const statements = listening.statements.filter(({ id }) => answered.has(id))
  const aboutPeople = statements.filter(({ subject }) => subject === 'about-people')
  const zeroed = [...aboutPeople, ...statements.filter(({ moderation }) => moderation === 'removed')]
  const asCast = statements.map(
    (statement) => ({ ...statement, moderation: 'shown', subject: 'value' }) as const,
  )
  return {
    cast: matrixOf({ ...listening, statements: asCast }),
    drawn: { ...matrixOf({ ...listening, statements }), leftOut: zeroed.length },
    zeroed: new Set(zeroed.map(({ id }) => id)),
    aboutPeople: new Set(aboutPeople.map(({ id }) => id)),
  }
}
