import { byId, type GroupId, type ParticipantId, type StatementId } from '../../kernel/index.ts'
import type { Listening, PolisParts } from '../../listen/index.ts'
import { consensusOf } from '../findings/consensus.ts'
import { talliesOf } from '../findings/support.ts'
import { membershipOf } from '../groups/membership.ts'
import { matrixOf } from '../votes/matrix.ts'
import type { PublishedFinding } from './finding.ts'

/**
 * The column group-informed-consensus of comments.csv against the same figure from the votes and the exported labels.
 *
 * It is the sharpest test of labels there is: one person in another group changes the figures of all they voted on.
 */
export function consensusFinding(
  { comments }: PolisParts,
  listening: Listening,
  groupOf: ReadonlyMap<ParticipantId, GroupId>,
): PublishedFinding {
  const given = [...comments.statements.values()].filter(({ consensus }) => consensus !== null)
  const said = {
    check: 'group-informed consensus',
    claimed: `comments.csv gives a group-informed consensus for ${given.length} of ${comments.statements.size} statements.`,
  } as const
  if (given.length === 0 || groupOf.size === 0)
    return {
      kind: 'cannot-be-told',
      ...said,
      recomputed: given.length === 0 ? 'There is nothing to compare.' : 'It needs the group of each person.',
      settles: 'comments.csv with group-informed-consensus, and participants-votes.csv with group-id',
    }
  const scores = scoresOf(listening, groupOf)
  const unseen = 0.5 ** new Set(groupOf.values()).size
  const recomputed = (statement: StatementId) => scores.get(statement) ?? unseen
  const off = given
    .filter(({ id, consensus }) => Math.abs((consensus ?? 0) - recomputed(id)) > SAME)
    .sort((a, b) => byId(a.id, b.id))
  const [first] = off
  if (first === undefined)
    return { kind: 'agrees', ...said, recomputed: 'Votes and labels give the same figure for each of them.' }
  return {
    kind: 'contradicts',
    ...said,
    recomputed: `Votes and labels give another figure for ${off.length} of ${given.length} statements.`,
    count: off.length,
    of: given.length,
    example: `statement ${first.id}: claimed ${first.consensus?.toFixed(4)}, recomputed ${recomputed(first.id).toFixed(4)}`,
    cause:
      'The labels may be attached to other people than those the figures were computed from, or may be of another time.',
    settles: 'The groups from which the column was computed, by the ids of their people',
  }
}

/** With every statement, also those that were removed: the column has them too. */
function scoresOf(
  listening: Listening,
  groupOf: ReadonlyMap<ParticipantId, GroupId>,
): ReadonlyMap<StatementId, number> {
  const shown = listening.statements.map(
    (statement) => ({ ...statement, moderation: 'shown', subject: 'value' }) as const,
  )
  const matrix = matrixOf({ ...listening, statements: shown })
  const scores = consensusOf(talliesOf(matrix, membershipOf(matrix, groupOf)))
  return new Map(
    scores.flatMap(({ statement, direction, score }) => (direction === 'agree' ? [[statement, score]] : [])),
  )
}

/** Figures this close are the same but for rounding (ADR 0029). */
const SAME = 1e-9
