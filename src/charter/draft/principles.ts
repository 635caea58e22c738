import type { RegisterEntry } from '../../classify/index.ts'
import { byId, type StatementId } from '../../kernel/index.ts'
import { answeredOf, type Deciding } from '../decided.ts'
import type { Dial, Floor, Support } from '../schema.ts'
import { MOST_FLOORS_FROM_AGREEMENT, THRESHOLDS } from './choices.ts'
import { pricedFloor } from './priced.ts'
import { type Desk, UNNUMBERED } from './request.ts'
import { carriedBy, listed, ofAsked } from './sentences.ts'
import { effectsOf } from './voices.ts'

/** What the people themselves made a floor or a dial, and what did not become one, with the reason. */
export interface Settled {
  readonly floors: readonly Floor[]
  readonly dials: readonly Dial[]
  /** Floors by agreement beyond those drafted. */
  readonly leftOut: readonly StatementId[]
  /** Dials without a drafted scale. */
  readonly withoutScale: readonly StatementId[]
  /** Called a floor or a dial by the register, but the answers, counted again, do not carry it. */
  readonly unconfirmed: readonly StatementId[]
}

export function settle(desk: Desk): Settled {
  const inMode = (mode: RegisterEntry['resolution']['mode']) =>
    desk.entries.filter(({ resolution }) => resolution.mode === mode).map(({ statement }) => statement)
  const claims = inMode('floor').map((statement) => ({ statement, basis: basisOf(desk, statement) }))
  const carried = claims
    .flatMap(({ statement, basis }) => (basis ? [{ statement, basis }] : []))
    .sort(strongestFirst)
  const byAgreement = carried.filter(({ basis }) => restsOnAgreement(basis))
  const leftOut = byAgreement.slice(MOST_FLOORS_FROM_AGREEMENT).map(({ statement }) => statement)
  const configured = inMode('configure')
  const free = configured.filter((statement) => isFree(desk, statement))
  return {
    floors: carried
      .filter(({ statement }) => !leftOut.includes(statement))
      .map(({ statement, basis }) =>
        floor(desk, statement, { basis, because: becauseOf(desk, statement, basis) }),
      ),
    dials: free.flatMap((statement) => dial(desk, statement)),
    leftOut,
    withoutScale: free.filter((statement) => desk.noteOn(statement).scale === null),
    unconfirmed: [
      ...claims.filter(({ basis }) => basis === null).map(({ statement }) => statement),
      ...configured.filter((statement) => !free.includes(statement)),
    ].sort(byId),
  }
}

type Basis = Floor['basis']

/** What carries a floor: law, or a supermajority counted again; null when neither does. */
function basisOf({ count, noteOn }: Desk, statement: StatementId): Basis | null {
  const note = noteOn(statement)
  if (note.authority === 'law') return { kind: 'entrenched', by: `law, as noted by ${note.by[0]}` }
  const mustHold = count.mustHold(statement)
  const shares = mustHold ?? count.agree(statement, 'exact')
  return carries(shares) ? { kind: 'supermajority', asked: mustHold ? 'must-hold' : 'agree', shares } : null
}

const carries = ({ overall, groups }: Support): boolean =>
  overall.low >= THRESHOLDS.floorOverall &&
  Object.values(groups).every(({ low }) => low >= THRESHOLDS.floorEachGroup)

const restsOnAgreement = (basis: Basis): boolean => basis.kind === 'supermajority' && basis.asked === 'agree'

interface Claim {
  readonly statement: StatementId
  readonly basis: Basis
}

/** Law, then what must hold, then agreement; within each the surest first. */
function strongestFirst(a: Claim, b: Claim): number {
  const rank = ({ basis }: Claim) =>
    basis.kind !== 'supermajority' ? 0 : basis.asked === 'must-hold' ? 1 : 2
  const low = ({ basis }: Claim) => (basis.kind === 'supermajority' ? basis.shares.overall.low : 0)
  return rank(a) - rank(b) || low(b) - low(a) || byId(a.statement, b.statement)
}

function becauseOf(desk: Desk, statement: StatementId, basis: Basis): string {
  if (basis.kind !== 'supermajority') return signed(desk, statement, `Entrenched by law.`)
  return basis.asked === 'must-hold'
    ? signed(desk, statement, `${carriedBy(basis.shares, 'say that it must hold for everyone')}.`)
    : signed(
        desk,
        statement,
        `${carriedBy(basis.shares, 'agree')}. Nobody was asked whether it must hold for everyone.`,
      )
}

/** A floor with its rules: those a drafter signed, or the question in the statement’s own words. */
export function floor(desk: Desk, statement: StatementId, made: Pick<Floor, 'basis' | 'because'>): Floor {
  const note = desk.noteOn(statement)
  const rules = note.rules.map((rule) =>
    'tools' in rule ? { ...rule, tools: [...rule.tools] } : rule,
  ) satisfies Floor['rules']
  return {
    kind: 'floor',
    ...stated(desk, statement, made),
    ...pricedFloor(desk, statement, made.basis),
    basis: made.basis,
    rules:
      rules.length > 0
        ? rules
        : [{ kind: 'ask-judge', question: desk.textOf(statement), when: { kind: 'always' } }],
  }
}

function isFree({ count }: Desk, statement: StatementId): boolean {
  const touches = count.touchesOthers(statement)
  return touches !== null && touches.overall.high <= THRESHOLDS.dialTouchesOthers
}

function dial(desk: Desk, statement: StatementId): Dial[] {
  const { scale } = desk.noteOn(statement)
  const touches = desk.count.touchesOthers(statement)
  if (scale === null || touches === null) return []
  const because = `${ofAsked(touches.overall)} asked say, or do not rule out, that it touches others.`
  return [
    {
      kind: 'dial',
      ...stated(desk, statement, {
        because: signed(desk, statement, because),
        touchesOthers: touches.overall,
      }),
      touchesOthers: touches.overall,
      scale: { ...scale, low: { ...scale.low }, high: { ...scale.high } },
    },
  ]
}

/** What every clause says of the statement it states. A clause that exists because people were asked is `survey`. */
export function stated(
  desk: Desk,
  statement: StatementId,
  { because, ...decides }: { readonly because: string } & Omit<Deciding, 'support'>,
) {
  const { count } = desk
  const note = desk.noteOn(statement)
  const support = count.agree(statement)
  const effects = effectsOf(support, count.groups)
  return {
    id: UNNUMBERED,
    text: desk.textOf(statement),
    statement,
    because,
    motive: note.motive ?? ('survey' as const),
    authority: note.authority ?? ('participants' as const),
    answered: answeredOf({ support, ...decides }),
    support,
    ...effects,
    dissent: desk.dissentOf({
      shares: count.disagree(statement),
      outside: count.opposedOutside(statement),
      heard: [{ statement, side: 'against' }],
      burdens: effects.burdens,
    }),
    secondOrder: count.secondOrder(statement),
    provenance: count.provenance(statement),
  }
}

/** A drafter answers by name for motive, authority, rules and scale. */
const signed = ({ noteOn }: Desk, statement: StatementId, because: string): string => {
  const { by } = noteOn(statement)
  return by.length === 0 ? because : `${because} Drafting note signed by ${listed(by)}.`
}
