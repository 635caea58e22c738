import { sampleCharter } from '../../../app/sample/study.case.ts'
import {
  type Charter,
  check,
  contentHash,
  diffCharters,
  type Ratification,
  ratified,
  soFar,
} from '../../../charter/index.ts'
import type { Audit } from '../../../verify/index.ts'
import {
  AT,
  SINCE,
  sampleAudit,
  sampleRatification,
  sampleRatified,
  sampleRoll,
} from '../../sample-world.case.ts'
import type { CharterView, RatifyView } from '../../views.ts'

/** The sample’s charter in every state in which a page shows it. */

export function viewOf(charter: Charter, rest: Partial<CharterView> = {}): CharterView {
  const hash = contentHash(charter)
  const status = charter.seal?.ratification?.outcome ?? rest.status ?? 'draft'
  const since = charter.seal === null ? AT : SINCE
  return {
    charter,
    hash,
    status,
    since,
    problems: check(charter),
    audit: null,
    round: { kind: charter.round === null ? 'none' : 'held' },
    changes: null,
    versions: [{ version: charter.version, hash, status, since }],
    ...rest,
  }
}

export const ratifiedView = async (): Promise<CharterView> =>
  viewOf(sampleRatified(), { audit: await sampleAudit() })

export const draftView = (): CharterView => viewOf(sampleCharter())

export const votingView = (): CharterView => viewOf(sampleCharter(), { status: 'voting', since: AT })

/** A draft that hides who bears the cost of a dial. */
export function failedView(): CharterView {
  const { principles, ...rest } = sampleCharter()
  return viewOf({
    ...rest,
    principles: principles.map((one) => (one.id === 'P10' ? { ...one, burdens: [], dissent: [] } : one)),
    unknowns: [],
  })
}

export const rejectedView = (): CharterView =>
  viewOf(ratified(sampleCharter(), sampleRatification({ A: 0.3, B: 0.5, C: 0.4 })))

export const quorumNotMetView = (): CharterView => {
  const { plan, ...count } = sampleRatification()
  return viewOf(ratified(sampleCharter(), { plan, ...count, outcome: 'quorum-not-met' } as Ratification))
}

export const noCharterView = (): CharterView => ({
  charter: null,
  hash: '',
  status: 'draft',
  since: '',
  problems: [],
  audit: null,
  round: { kind: 'none' },
  changes: null,
  versions: [],
})

/** A second version, in which things came, went, moved, turned and were said otherwise. */
export function secondCharter(): Charter {
  const first = sampleCharter()
  const [p1, p2, p3, ...principles] = first.principles
  const [r1, r2, ...rulings] = first.rulings
  if (!p1 || !p2 || !p3 || !r1 || !r2) throw new Error('the sample has too few clauses')
  return {
    ...first,
    version: '1.1',
    parent: contentHash(first),
    ratificationPlan: { ...first.ratificationPlan, quorum: 200 },
    principles: [
      p1,
      { ...p2, text: 'What cannot be undone waits for a person, whatever it costs.' },
      ...principles.map((one) => (one.id === 'P10' ? { ...one, because: 'Said otherwise.' } : one)),
    ],
    rulings: [
      { ...r1, prefer: r1.over, over: r1.prefer, burdens: r1.benefits, benefits: [] },
      { ...r2, reviewAfter: 'P3M' },
      ...rulings,
    ],
  }
}

export function secondView(audit: Audit | null = null): CharterView {
  const second = secondCharter()
  const first = viewOf(sampleRatified()).versions
  const view = viewOf(second, { audit, changes: diffCharters(sampleCharter(), second) })
  return { ...view, versions: [...view.versions, ...first] }
}

/** Forty-one people of the sample, two in three of them for it. */
const ballotsSoFar = () =>
  [...sampleRoll().keys()].slice(0, 41).map((participant, at) => ({
    participant,
    says: at % 3 === 0 ? ('no' as const) : ('yes' as const),
    dissent: [],
  }))

export const openVote = (mine: 'yes' | 'no' | 'abstain' | null = null): RatifyView => {
  const charter = sampleCharter()
  const plan = charter.ratificationPlan
  return {
    state: {
      kind: 'open',
      charter,
      hash: contentHash(charter),
      plan,
      voted: 41,
      soFar: soFar(plan, ballotsSoFar(), sampleRoll()),
      counts: true,
      mine,
      written: new Map(),
    },
    problem: null,
  }
}

export const closedVote = (ratification = sampleRatification()): RatifyView => ({
  state: { kind: 'closed', charter: ratified(sampleCharter(), ratification), ratification },
  problem: null,
})
