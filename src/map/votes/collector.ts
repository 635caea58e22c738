import { type IdTable, idTable, type ParticipantId, type StatementId } from '../../kernel/index.ts'
import type { StreamedVote, VoteSink } from '../../listen/index.ts'
import { type AnswerRows, matrixOfRows, TAKEN_BACK } from './answer-rows.ts'
import type { VoteMatrix } from './matrix.ts'

/** Answers on their way into a matrix: a few bytes each, in the order in which they came. */
export interface VoteCollector extends VoteSink {
  /** How many answers came, counted again where one replaced another. */
  readonly taken: number
  /** The matrix of what counts in the end. Nothing can be put afterwards: the memory is handed over piece by piece. */
  finish(): VoteMatrix
}

/**
 * Collects answers into a matrix without an object for each: 16 bytes while they come, 3 in the matrix.
 *
 * Of several answers of one person to one statement the latest counts, of equally late ones that which came last
 * (ADR 0012). The matrix has a row for everybody and a column for everything of which an answer is left.
 */
export function voteCollector(): VoteCollector {
  const participants = idTable()
  const statements = idTable()
  const pieces: Piece[] = []
  let taken = 0
  return {
    participants,
    statements,
    get taken() {
      return taken
    },
    put: (answer) => {
      const at = taken++ % PIECE
      if (at === 0) pieces.push(emptyPiece())
      write(pieces.at(-1)!, at, answer)
    },
    finish: () =>
      matrixOfRows(rowsOf(pieces, taken, participants), {
        participants: participants.texts() as ParticipantId[],
        statements: statements.texts() as StatementId[],
      }),
  }
}

interface Piece {
  readonly participant: Uint32Array
  /** As in AnswerRows. */
  readonly answer: Uint32Array
  readonly at: Float64Array
}

const emptyPiece = (): Piece => ({
  participant: new Uint32Array(PIECE),
  answer: new Uint32Array(PIECE),
  at: new Float64Array(PIECE),
})

function write(piece: Piece, at: number, { participant, statement, vote, at: moment }: StreamedVote): void {
  piece.participant[at] = participant
  piece.answer[at] = 4 * statement + (vote === null ? TAKEN_BACK : vote + 1)
  piece.at[at] = moment
}

/** Counts, then puts each answer into its person's row; every piece is let go as soon as it is empty. */
function rowsOf(pieces: Piece[], taken: number, { size }: IdTable): AnswerRows {
  const rowStart = new Uint32Array(size + 1)
  pieces.forEach(({ participant }, piece) => {
    const length = Math.min(PIECE, taken - piece * PIECE)
    for (let at = 0; at < length; at++) rowStart[participant[at]! + 1]!++
  })
  for (let row = 0; row < size; row++) rowStart[row + 1]! += rowStart[row]!
  const next = rowStart.slice()
  const rows: AnswerRows = { rowStart, answer: new Uint32Array(taken), at: new Float64Array(taken) }
  for (let left = taken; left > 0; ) {
    const { participant, answer, at } = pieces.shift()!
    const length = Math.min(PIECE, left)
    for (let from = 0; from < length; from++) {
      const to = next[participant[from]!]!++
      rows.answer[to] = answer[from]!
      rows.at[to] = at[from]!
    }
    left -= length
  }
  return rows
}

const PIECE = 1 << 17
