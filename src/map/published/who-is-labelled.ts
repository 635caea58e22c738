import { byId, counted, number } from '../../kernel/index.ts'
import type { PolisParts } from '../../listen/index.ts'
import { ENOUGH_ANSWERS } from '../space/space.ts'
import type { PublishedFinding } from './finding.ts'

/**
 * Whether those who have a label are those who should: everybody with at least min(7, C) votes, and nobody else.
 *
 * A few with fewer votes are no contradiction: Polis fills its groups up to fifteen people and keeps who was once in.
 *
 * Source: the rule is that of Polis (conversation.clj); what seven exports hold: ADR 0029.
 */
export function whoIsLabelledFinding({ matrix, merged }: PolisParts): PublishedFinding {
  const people = [...(matrix?.people ?? [])]
  const labelled = people.filter(([, { group }]) => group !== null)
  const said = {
    check: 'who has a label',
    claimed: `participants-votes.csv puts ${labelled.length} of ${people.length} people in groups.`,
  } as const
  if (labelled.length === 0)
    return {
      kind: 'cannot-be-told',
      ...said,
      recomputed: 'The export names no groups.',
      settles: 'participants-votes.csv with its column "group-id"',
    }
  const voted = new Set([...merged.answers.values()].flatMap((own) => [...own.keys()]))
  const enough = Math.min(ENOUGH_ANSWERS, voted.size)
  const votes = (person: (typeof people)[number]) => merged.answers.get(person[0])?.size ?? 0
  const silent = labelled.filter((person) => votes(person) === 0)
  const early = labelled.filter((person) => votes(person) > 0 && votes(person) < enough)
  const left = people.filter((person) => person[1].group === null && votes(person) >= enough)
  const recomputed = `In a group without any vote: ${counted(silent.length, 'person', 'people')}; with fewer than ${enough} votes: ${number(early.length)}. In no group with ${enough} votes or more: ${number(left.length)}.`
  const odd = [...silent, ...left, ...(early.length > FILLED_UP ? early : [])].sort(([a], [b]) => byId(a, b))
  const [first] = odd
  if (first === undefined) return { kind: 'agrees', ...said, recomputed }
  return {
    kind: 'contradicts',
    ...said,
    recomputed,
    count: odd.length,
    of: people.length,
    example: `person ${first[0]}: ${counted(votes(first), 'vote')}, ${first[1].group === null ? 'no group' : `group ${first[1].group}`}`,
    cause:
      'Labels may be attached to other people than those who voted, or the groups may be older than the last votes.',
    settles: 'The list of people by group with their ids, and when it was made',
  }
}

/** Polis adds people with few votes until this many are grouped. */
const FILLED_UP = 15
