import type { IdTable, Problem, Sign } from '../../kernel/index.ts'

/** One answer on its way through, by the numbers of its ids; null takes back what was answered before. */
export interface StreamedVote {
  readonly participant: number
  readonly statement: number
  readonly vote: Sign | null
  /** Where the file orders answers by time: any number that grows with it. Elsewhere 0, and the later row wins. */
  readonly at: number
}

/** Takes the answers of a file that is too long to be held. */
export interface VoteSink {
  readonly participants: IdTable
  readonly statements: IdTable
  put(answer: StreamedVote): void
}

/** Reads a file in pieces, cut anywhere. After a problem nothing more is taken. */
export interface VoteReader {
  take(bytes: Uint8Array): Problem | null
  end(): Problem | null
  /** How many rows were read so far. */
  readonly rows: number
}
