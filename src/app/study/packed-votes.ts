import { numbering } from '../../kernel/index.ts'
import type { CastVote } from '../../listen/index.ts'

/** Votes as a few arrays: handed from thread to thread, a million objects take seconds, these a few milliseconds. */
export interface PackedVotes {
  /** Ids and times, each once. */
  readonly participants: readonly CastVote['participant'][]
  readonly statements: readonly CastVote['statement'][]
  readonly times: readonly CastVote['at'][]
  /** For each vote, which of them; in the order of the votes. */
  readonly participant: Uint32Array
  readonly statement: Uint32Array
  readonly at: Uint32Array
  readonly vote: Uint8Array
  /** NaN where nobody knows. */
  readonly shown: Float64Array
}

const VOTES = ['agree', 'pass', 'disagree'] as const

/** The same votes in arrays. */
export function packedVotes(votes: readonly CastVote[]): PackedVotes {
  const [participants, statements, times] = [
    numbering<CastVote['participant']>(),
    numbering<CastVote['statement']>(),
    numbering<CastVote['at']>(),
  ]
  return {
    participant: Uint32Array.from(votes, (one) => participants.numberOf(one.participant)),
    statement: Uint32Array.from(votes, (one) => statements.numberOf(one.statement)),
    at: Uint32Array.from(votes, (one) => times.numberOf(one.at)),
    vote: Uint8Array.from(votes, (one) => VOTES.indexOf(one.vote)),
    shown: Float64Array.from(votes, (one) => one.shown ?? Number.NaN),
    participants: participants.values,
    statements: statements.values,
    times: times.values,
  }
}

/** `packedVotes` undone. */
export const unpackedVotes = (packed: PackedVotes): CastVote[] =>
  Array.from(packed.vote, (vote, row): CastVote => {
    const shown = packed.shown[row]!
    return {
      participant: packed.participants[packed.participant[row]!]!,
      statement: packed.statements[packed.statement[row]!]!,
      vote: VOTES[vote]!,
      at: packed.times[packed.at[row]!]!,
      shown: Number.isNaN(shown) ? null : shown,
    }
  })
