import { byId, type ParticipantId } from '../../kernel/index.ts'
import { placedRows } from '../space/space.ts'
import { answersOf } from '../votes/matrix.ts'
import type { Conversation } from './conversation.ts'

/** Fewest people that are grouped: where fewer answered enough, the most active join them. */
const FEWEST_GROUPED = 15

/**
 * The people who are grouped: who answered at least min(7, C) statements, zeroed ones included, and in any case the
 * fifteen most active.
 *
 * A running Polis also keeps everybody it ever grouped; that is its history, and not in the votes.
 *
 * Source: ADR 0028.
 */
export function inConversation({ cast }: Pick<Conversation, 'cast'>): ParticipantId[] {
  const { participants } = cast
  const enough = [...placedRows(cast)]
  if (enough.length >= FEWEST_GROUPED) return enough.map((row) => participants[row]!)
  const mostActive = [...participants.keys()].sort((a, b) => answersOf(cast, b) - answersOf(cast, a) || a - b)
  return mostActive
    .slice(0, FEWEST_GROUPED)
    .map((row) => participants[row]!)
    .sort(byId)
}
