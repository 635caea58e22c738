import { contentDigest, type ParticipantId } from '../../kernel/index.ts'
import type { Charter } from '../schema.ts'
import type { Acted, ProposalId, RoundAct } from './acts.ts'

/** Where a round on a draft stands. */
export interface Round {
  readonly draft: Charter
  readonly terms: string
  readonly opened: string
  /** Oldest first. */
  readonly remarks: readonly Remark[]
  /** Oldest first. */
  readonly proposals: readonly Proposal[]
}

export type Remark = Omit<Extract<RoundAct, { kind: 'commented' }>, 'kind'>

export interface Proposal extends Omit<Extract<RoundAct, { kind: 'proposed' }>, 'kind'> {
  /** People besides its author. */
  readonly supporters: readonly ParticipantId[]
  readonly answer: Answer | null
}

export type Answer = Pick<Extract<RoundAct, { kind: 'answered' }>, 'answer' | 'reason'>

/**
 * The digest of everything a round is held under: the rule in force and the declared ones, seats, resamples, thresholds
 * and the plan of the vote.
 *
 * Source: ADR 0063.
 */
export const termsOf = ({ method, ratificationPlan }: Pick<Charter, 'method' | 'ratificationPlan'>): string =>
  contentDigest({ method, ratificationPlan })

/**
 * A round as its acts leave it; null where none was opened.
 *
 * Acts about something that was taken back or erased are passed over, whatever their order, so that erasing one
 * person's words leaves a round that can be read.
 */
export function roundOf(draft: Charter, acts: readonly Acted[]): Round | null {
  const first = acts.find(({ act }) => act.kind === 'opened')
  if (first?.act.kind !== 'opened') return null
  const all = acts.map(({ act }) => act)
  const remarks = all.filter((act) => act.kind === 'commented')
  const proposed = all.filter((act) => act.kind === 'proposed')
  const gone = new Set(
    all.flatMap((act) => {
      if (act.kind !== 'taken-back') return []
      const said = [...remarks, ...proposed].find(({ id }) => id === act.of)
      return said?.participant === act.participant ? [said.id] : []
    }),
  )
  return {
    draft,
    terms: first.act.terms,
    opened: first.at,
    remarks: remarks.filter(({ id }) => !gone.has(id)).map(({ kind: _, ...remark }) => remark),
    proposals: proposed
      .filter(({ id }) => !gone.has(id))
      .map(({ kind: _, ...proposal }) => ({ ...proposal, ...becameOf(proposal, all) })),
  }
}

function becameOf(
  { id, participant }: Pick<Proposal, 'id' | 'participant'>,
  acts: readonly RoundAct[],
): Pick<Proposal, 'supporters' | 'answer'> {
  const supporters = acts.flatMap((act) =>
    act.kind === 'supported' && act.proposal === id && act.participant !== participant
      ? [act.participant]
      : [],
  )
  const last = acts.findLast((act) => act.kind === 'answered' && act.proposal === id)
  return {
    supporters: [...new Set(supporters)],
    answer: last?.kind === 'answered' ? { answer: last.answer, reason: last.reason } : null,
  }
}

export const unansweredOf = ({ proposals }: Round): readonly Proposal[] =>
  proposals.filter(({ answer }) => answer === null)

export const adoptedOf = ({ proposals }: Round): readonly Proposal[] =>
  proposals.filter(({ answer }) => answer?.answer === 'adopted')

export const proposalOf = ({ proposals }: Round, id: ProposalId): Proposal | null =>
  proposals.find((one) => one.id === id) ?? null
