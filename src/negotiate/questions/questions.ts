import type { Cell, Conflict, Register, RegisterEntry } from '../../classify/index.ts'
import { byId, type CaseId, type ResponseId, type StatementId } from '../../kernel/index.ts'
import type { Case, Listening } from '../../listen/index.ts'
import { bradleyTerry } from '../comparisons/bradley-terry.ts'
import { type Hearing, hearingOf, pairsOf, sidesIn } from '../voices.ts'
import { type Beliefs, PRECISION, unknown } from './beliefs.ts'
import { information } from './choice.ts'

/** What to ask next, with what an answer is expected to tell. */
export type Question = (
  | { readonly kind: 'judge-a-cell' | 'describe-a-case'; readonly statement: StatementId }
  | {
      readonly kind: 'compare'
      readonly case: CaseId
      readonly a: ResponseId
      readonly b: ResponseId
      /** The two values of which one gives way there. */
      readonly between: readonly [StatementId, StatementId]
    }
) & {
  readonly asks: string
  /** Expected information per answer, in bits. */
  readonly bits: number
}

/** What one more case tells of how often a statement can be met, where none and where one was described (ADR 0062). */
const CASE_BITS = [0.443, 0.254] as const

/** A case costs a description, and three judges on each of three responses (ADR 0062). */
const CASE_ANSWERS = 10

/**
 * What to ask next across the whole assembly: which cell to judge, which case to describe, which comparison to put to
 * people, the most telling answer first.
 *
 * Shapes: at most one question per undetermined statement, and one per probable conflict of two values; none twice.
 * Units:  bits per answer.
 * Source: ADR 0062.
 */
export function questionsOf(listening: Listening, register: Register): readonly Question[] {
  const hearing = hearingOf(listening, register.cells)
  return [
    ...register.entries.flatMap((entry) => openQuestion(entry, hearing)),
    ...eachOnce(comparisonsWanted(register.conflicts, hearing)),
  ].sort((one, other) => other.bits - one.bits || byId(one.asks, other.asks))
}

function openQuestion({ statement, relevant, question }: RegisterEntry, { cellAt }: Hearing): Question[] {
  if (question === null) return []
  const { kind, asks } = question
  if (kind === 'describe-a-case')
    return [{ kind, statement, asks, bits: CASE_BITS[relevant.length === 0 ? 0 : 1] / CASE_ANSWERS }]
  const cell = cellAt(question.case, question.response, statement)
  return [{ kind, statement, asks, bits: entropyOf(cell) / question.more }]
}

/** What is not known of a verdict; nothing at all is known where nobody judged. */
function entropyOf(cell: Cell | undefined): number {
  const shares = cell ? [cell.meets, cell.violates, cell.irrelevant] : [1 / 3, 1 / 3, 1 / 3]
  return shares.reduce((sum, share) => sum - (share > 0 ? share * Math.log2(share) : 0), 0)
}

type Wanted = Extract<Question, { readonly kind: 'compare' }>

/** One comparison may bear on two pairs of values; it is asked once, for the first of them. */
const eachOnce = (wanted: readonly Wanted[]): readonly Wanted[] => [
  ...new Map(
    [...wanted].reverse().map((one) => [[one.case, ...[one.a, one.b].sort(byId)].join('\n'), one]),
  ).values(),
]

/** For each pair of values the comparison that tells most of what people prefer there. */
function comparisonsWanted(conflicts: readonly Conflict[], hearing: Hearing): Wanted[] {
  return pairsOf(conflicts).flatMap((pair) => {
    const offered = pair.cases.flatMap((id) => {
      const one = hearing.cases.get(id)
      return one === undefined ? [] : comparisonsIn(one, sidesIn(one, pair, hearing), hearing)
    })
    const [best] = offered.sort((a, b) => b.bits - a.bits || byId(a.asks, b.asks))
    return best === undefined ? [] : [{ kind: 'compare', between: [pair.x, pair.y], ...best }]
  })
}

function comparisonsIn(one: Case, sides: ReadonlyMap<ResponseId, 'x' | 'y'>, hearing: Hearing) {
  const numbers = new Map(one.responses.map(({ id }, at) => [id, at]))
  const beliefs = beliefsOf(one, hearing)
  const on = (side: 'x' | 'y') => one.responses.filter(({ id }) => sides.get(id) === side)
  return on('x').flatMap((a) =>
    on('y').map((b) => ({
      case: one.id,
      a: a.id,
      b: b.id,
      asks: `In the case “${one.title}”: is it better that the assistant ${a.text}, or that it ${b.text}?`,
      bits: information(beliefs, [numbers.get(a.id)!, numbers.get(b.id)!]),
    })),
  )
}

/** How strong the responses of a case are, as far as comparisons tell; what was never compared is unknown. */
function beliefsOf({ id, responses }: Case, { comparisons }: Hearing): Beliefs {
  const beliefs = unknown(responses.length)
  const n = responses.length
  const numbers = new Map(responses.map((response, at) => [response.id, at]))
  for (const { items, strength, covariance } of bradleyTerry(comparisons.get(id) ?? [], {
    precision: PRECISION,
  })) {
    const at = items.map((item) => numbers.get(item))
    for (const [row, first] of at.entries()) {
      if (first === undefined) continue
      beliefs.means[first] = strength.get(items[row]!)?.estimate ?? 0
      for (const [column, other] of at.entries())
        if (other !== undefined)
          beliefs.covariance[first * n + other] = covariance[row * items.length + column]!
    }
  }
  return beliefs
}
