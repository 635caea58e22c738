import { atLeast, byId, type StatementId } from '../../kernel/index.ts'
import { called, type Seat, type Slate } from '../../negotiate/index.ts'
import { printed } from '../figures.ts'
import type { Contested, Floor, Ruling } from '../schema.ts'
import { CONTESTED_REVIEW, THRESHOLDS } from './choices.ts'
import { pricedSeat } from './priced.ts'
import { floor, stated } from './principles.ts'
import type { Desk } from './request.ts'
import { cited, counted, listed } from './sentences.ts'

export interface Seated {
  readonly floors: readonly Floor[]
  readonly contested: readonly Contested[]
}

/**
 * What the rules seat, of what nothing else settles: a floor where every declared rule seats it, nearly every re-run
 * does, and it gives way nowhere; contested otherwise, with who seats it and who leaves it out.
 */
export function seat(desk: Desk, settled: ReadonlySet<StatementId>, rulings: readonly Ruling[]): Seated {
  const { inForce } = desk.panel
  const slates = declaredSlates(desk)
  const order = slates.find(({ rule }) => rule === inForce)?.seats.map(({ statement }) => statement) ?? []
  const place = (statement: StatementId) =>
    order.includes(statement) ? order.indexOf(statement) : order.length
  const placings = [...new Set(slates.flatMap((slate) => slate.seats.map(({ statement }) => statement)))]
    .filter((statement) => !settled.has(statement))
    .sort((a, b) => place(a) - place(b) || byId(a, b))
    .map((statement) => placingOf(desk, statement))
  const judged = placings.map((placing) => ({ placing, against: objectionTo(desk, placing, rulings) }))
  return {
    floors: judged.flatMap(({ placing, against }) =>
      against === null && placing.own
        ? [negotiated(desk, placing, { seat: place(placing.statement) + 1, own: placing.own })]
        : [],
    ),
    contested: judged.flatMap(({ placing, against }) =>
      against === null ? [] : [open(desk, placing, against)],
    ),
  }
}

/** Who seats a statement and who does not. */
interface Placing {
  readonly statement: StatementId
  readonly seatedBy: readonly string[]
  readonly leftOutBy: readonly string[]
  /** Its seat under the rule in force. */
  readonly own: Seat | null
}

/** What the declared rules choose; the others stand beside and decide nothing. */
const declaredSlates = ({ panel }: Desk): readonly Slate[] =>
  panel.slates.filter(({ rule }) => panel.declared.includes(rule))

function placingOf(desk: Desk, statement: StatementId): Placing {
  const seats = declaredSlates(desk).map(({ rule, seats }) => ({
    rule,
    seat: seats.find((one) => one.statement === statement),
  }))
  return {
    statement,
    seatedBy: seats.filter(({ seat }) => seat).map(({ rule }) => rule),
    leftOutBy: seats.filter(({ seat }) => !seat).map(({ rule }) => rule),
    own: seats.find(({ rule }) => rule === desk.panel.inForce)?.seat ?? null,
  }
}

/** Why a seated statement is no floor; null when it is one. */
function objectionTo(
  desk: Desk,
  { statement, seatedBy, leftOutBy, own }: Placing,
  rulings: readonly Ruling[],
): string | null {
  const rules = seatedBy.length + leftOutBy.length
  if (leftOutBy.length > 0 || own === null)
    return `Seated by ${seatedBy.length} of ${counted(rules, 'declared rule')}: ${listed(seatedBy.map(called))}.`
  const inclusion = printed(own.inclusion)
  if (inclusion.low < THRESHOLDS.seatInclusion)
    return `Every declared rule seats it, but ${called(desk.panel.inForce)} does so in at least ${atLeast(inclusion.low)} of re-runs only (95 %); a floor needs ${atLeast(THRESHOLDS.seatInclusion)}.`
  const rival = givesWayTo(desk, statement, rulings)
  return rival === null
    ? null
    : `Every declared rule seats it, but no response honours it together with ${cited(desk.textOf(rival))} in every case, and no ruling settles that for it.`
}

/** A value that some response must choose instead of this one, with no ruling for this one; null when there is none. */
function givesWayTo(
  { entries }: Desk,
  statement: StatementId,
  rulings: readonly Ruling[],
): StatementId | null {
  const lost = rulings.find(({ over }) => over.statement === statement)
  if (lost) return lost.prefer.statement
  const conflicts = entries.find((entry) => entry.statement === statement)?.conflicts ?? []
  const unsettled = conflicts
    .filter(({ certainty }) => certainty === 'probable')
    .find((conflict) =>
      conflict.cases.some(
        (id) =>
          !rulings.some(
            ({ prefer, over, when }) =>
              prefer.statement === statement &&
              conflict.statements.includes(over.statement) &&
              when.some((one) => one.id === id),
          ),
      ),
    )
  return unsettled?.statements.find((other) => other !== statement) ?? null
}

function negotiated(
  desk: Desk,
  { statement, seatedBy }: Placing,
  { seat, own }: { seat: number; own: Seat },
): Floor {
  const rule = desk.panel.inForce
  const inclusion = printed(own.inclusion)
  const times = Math.round(inclusion.estimate * inclusion.n)
  const because = `Every declared rule seats it (${listed(seatedBy.map(called))}), and ${called(rule)} does so in ${times} of ${counted(inclusion.n, 're-run')}.`
  return floor(desk, statement, { basis: { kind: 'negotiated', rule, seat, inclusion }, because })
}

const open = (desk: Desk, { statement, seatedBy, leftOutBy }: Placing, because: string): Contested => ({
  kind: 'principle',
  ...stated(desk, statement, { because }),
  ...pricedSeat(desk, statement),
  seatedBy: [...seatedBy],
  leftOutBy: [...leftOutBy],
  fallback: 'status-quo',
  reviewAfter: CONTESTED_REVIEW,
})
