import type { ParticipantId, StatementId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { Profile } from '../profile.ts'

/**
 * How probable it was that each person was shown what they saw.
 *
 * Shapes: one per mark of `seen`, in its order; NaN where the vote does not say.
 */
export function shownIn(listening: Listening, { people, candidates, seen }: Profile): Float64Array {
  const rowOf = new Map<ParticipantId, number>(people.map((participant, row) => [participant, row]))
  const columnOf = new Map<StatementId, number>(candidates.map((statement, column) => [statement, column]))
  const shown = new Float64Array(seen.candidates.length).fill(Number.NaN)
  for (const vote of listening.votes) {
    const [row, column] = [rowOf.get(vote.participant), columnOf.get(vote.statement)]
    if (row === undefined || column === undefined || vote.shown === null) continue
    const marks = seen.candidates.subarray(seen.offsets[row], seen.offsets[row + 1])
    shown[seen.offsets[row]! + marks.indexOf(column)] = vote.shown
  }
  return shown
}
