import type { z } from 'zod'
import { type Problem, quoted } from '../../kernel/index.ts'
import type { Listening } from '../listening.ts'
import type { polisMathShape } from './polis-math-shape.ts'

export type RawPolisMath = z.output<typeof polisMathShape>

/**
 * What a result says that cannot be, or cannot be of these votes; null where there is nothing.
 *
 * Each number may be right in its place and the whole impossible: a person in two groups, a group that is none. It must
 * name the statements that were voted on, all of them, and nobody who did not vote.
 */
export function impossibleIn(raw: RawPolisMath, { votes }: Listening, name: string): Problem | null {
  const found = twiceIn(raw) ?? unknownIn(raw, votes)
  return found === null ? null : { ...found, place: `${name}, field ${quoted(found.place)}` }
}

function twiceIn(raw: RawPolisMath): Problem | null {
  const { id, members } = raw['base-clusters']
  const groups = raw['group-clusters']
  return (
    twice('tids', raw.tids, 'the statement') ??
    twice('in-conv', raw['in-conv'], 'the participant') ??
    twice('base-clusters.id', id, 'the base cluster') ??
    twice('base-clusters.members', members.flat(), 'the participant') ??
    twice(
      'group-clusters',
      groups.map((group) => group.id),
      'the group',
    ) ??
    twice(
      'group-clusters',
      groups.flatMap((group) => group.members),
      'the base cluster',
    )
  )
}

function twice(place: string, ids: readonly number[], what: string): Problem | null {
  const seen = new Set<number>()
  for (const id of ids) {
    if (seen.has(id)) return { place, found: `${what} "${id}" twice`, expected: 'each once' }
    seen.add(id)
  }
  return null
}

function unknownIn(raw: RawPolisMath, votes: Listening['votes']): Problem | null {
  const voters = known('the participant', 'people who voted', new Set(votes.map((vote) => vote.participant)))
  const answered = new Set<string>(votes.map((vote) => vote.statement))
  const votedOn = known('the statement', 'statements that were voted on', answered)
  const tids = known('the statement', 'statements of "tids"', new Set(raw.tids.map(String)))
  const groupIds = raw['group-clusters'].map(({ id }) => String(id))
  const groups = known('the group', 'groups of "group-clusters"', new Set(groupIds))
  const grouped = raw['group-clusters'].flatMap(({ members }) => members).map(String)
  const bases = known('the base cluster', 'base clusters that are in a group', new Set(grouped))
  return (
    voters('in-conv', raw['in-conv']) ??
    voters('base-clusters.members', raw['base-clusters'].members.flat()) ??
    voters('user-vote-counts', Object.keys(raw['user-vote-counts'])) ??
    bases('base-clusters.id', raw['base-clusters'].id) ??
    votedOn('tids', raw.tids) ??
    missing('tids', [...answered], raw.tids) ??
    groups('group-votes', Object.keys(raw['group-votes'])) ??
    groups('repness', Object.keys(raw.repness)) ??
    tids(
      'group-votes',
      Object.values(raw['group-votes']).flatMap((group) => Object.keys(group.votes)),
    ) ??
    tids('group-aware-consensus', Object.keys(raw['group-aware-consensus'])) ??
    tids('comment-priorities', Object.keys(raw['comment-priorities'])) ??
    tids(
      'consensus',
      [...raw.consensus.agree, ...raw.consensus.disagree].map(({ tid }) => tid),
    ) ??
    tids(
      'repness',
      Object.values(raw.repness).flatMap((list) => list.map(({ tid }) => tid)),
    )
  )
}

const known =
  (what: string, expected: string, among: ReadonlySet<string>) =>
  (place: string, ids: readonly (number | string)[]): Problem | null => {
    const stranger = ids.find((id) => !among.has(String(id)))
    return stranger === undefined ? null : { place, found: `${what} ${quoted(String(stranger))}`, expected }
  }

function missing(place: string, statements: readonly string[], tids: readonly number[]): Problem | null {
  const there = new Set(tids.map(String))
  const lacking = statements.find((statement) => !there.has(statement))
  if (lacking === undefined) return null
  return {
    place,
    found: `no statement ${quoted(lacking)}`,
    expected: 'every statement that was voted on',
  }
}
