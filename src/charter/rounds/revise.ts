import {
  byId,
  canonical,
  type GroupId,
  type Parsed,
  type ParticipantId,
  type Problem,
  parsed,
  refused,
} from '../../kernel/index.ts'
import { contentHash } from '../hash.ts'
import type { Charter, RoundRecord } from '../schema.ts'
import { amendAll } from './amend.ts'
import { adoptedOf, type Proposal, type Remark, type Round, termsOf, unansweredOf } from './round.ts'

export interface Revision {
  readonly version: string
  /** When the round was closed, ISO 8601. */
  readonly closed: string
  /** The opinion group of somebody who took part; null for people in none. */
  readonly groupOf: (participant: ParticipantId) => GroupId | null
}

/**
 * The draft as the round leaves it, for the vote: adopted changes made, every proposal with its answer and reason,
 * every objection that nobody took back in its author's words. Nothing in it names a person, and its order says nothing
 * about who or when.
 *
 * Errors: a proposal without an answer; changes that cannot be made together.
 * Source: this project, ADR 0063.
 */
export function revised(round: Round, revision: Revision): Parsed<Charter> {
  const waiting = unansweredOf(round).length
  if (waiting > 0)
    return refused({
      place: 'the round',
      found: `${waiting} proposed ${waiting === 1 ? 'change' : 'changes'} without an answer`,
      expected: 'each adopted, deferred or rejected, with a reason',
    })
  const made = withAdopted(round)
  if (made.kind === 'refused') return made
  const { version } = revision
  return parsed({ ...made.value, version, round: recordOf(round, revision), seal: null })
}

/** The draft with what was adopted so far: what people compare before the vote. */
export const withAdopted = (round: Round): Parsed<Charter> => amendAll(round.draft, adoptedOf(round))

/**
 * Why a charter may not take the place of a round's draft: it is held under other terms. Null: under the same.
 *
 * Source: ADR 0063.
 */
export function otherTerms(round: Pick<Round, 'draft' | 'terms'>, charter: Charter): Problem | null {
  if (termsOf(charter) === round.terms) return null
  const [then, now] = [leavesOf(round.draft), leavesOf(charter)]
  const path = [...new Set([...then.keys(), ...now.keys()])].find((one) => then.get(one) !== now.get(one))
  return {
    place: path ?? 'the terms',
    found: now.get(path ?? '') ?? 'nothing',
    expected: `${then.get(path ?? '') ?? 'nothing'}, as it was fixed when the round was opened`,
  }
}

function recordOf(round: Round, { closed, groupOf }: Revision): RoundRecord {
  const proposals = round.proposals
    .map((proposal) => ({
      clause: proposal.clause,
      change: proposal.change,
      because: proposal.because,
      people: 1 + proposal.supporters.length,
      ...answerOf(proposal),
    }))
    .sort(inOrder)
  return {
    draft: contentHash(round.draft),
    terms: round.terms,
    opened: round.opened,
    closed,
    people: peopleOf(round).size,
    comments: round.remarks.length,
    proposals: proposals.map((proposal, at) => ({ id: `A${at + 1}`, ...proposal })),
    dissent: round.remarks
      .filter(({ stance }) => stance === 'objects')
      .map((remark) => dissentOf(remark, groupOf))
      .sort(inOrder),
  }
}

const answerOf = ({ answer }: Proposal) => {
  if (answer === null) throw new TypeError('a proposal without an answer is no record')
  return answer
}

const dissentOf = ({ participant, clause, words, because }: Remark, groupOf: Revision['groupOf']) => ({
  clause,
  group: groupOf(participant),
  words,
  because,
})

/** Everybody who took part in a round. */
export const peopleOf = ({ remarks, proposals }: Round): ReadonlySet<ParticipantId> =>
  new Set([
    ...remarks.map(({ participant }) => participant),
    ...proposals.flatMap(({ participant, supporters }) => [participant, ...supporters]),
  ])

// In no order of time or person.
const inOrder = (a: { readonly clause: string | null }, b: { readonly clause: string | null }): number =>
  byId(a.clause ?? '', b.clause ?? '') || byId(canonical(a), canonical(b))

function leavesOf({ method, ratificationPlan }: Charter): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`)
    else leaves.set(path, canonical(value))
  }
  walk(method, 'method')
  walk(ratificationPlan, 'ratificationPlan')
  return leaves
}
