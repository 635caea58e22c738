import { byId, type CaseId, type Interval, type StatementId, wilson } from '../../kernel/index.ts'
import type { RulingOutcome } from '../../negotiate/index.ts'
import { answeredOf } from '../decided.ts'
import { printed, rounded } from '../figures.ts'
import { circleWith } from '../precedence.ts'
import type { Contested, Dial, Floor, Ruling, Support } from '../schema.ts'
import { CONTESTED_REVIEW, RULING_REVIEW, THRESHOLDS } from './choices.ts'
import { pricedRuling } from './priced.ts'
import { type Desk, UNNUMBERED } from './request.ts'
import { chanceSays, cited, counted, listed } from './sentences.ts'

export interface Ruled {
  readonly rulings: readonly Ruling[]
  readonly contested: readonly Contested[]
}

/**
 * Which rulings stand: accepted, robust, moving no floor and closing no circle with a surer one. The others are
 * contested, each with its reason; meanwhile a person’s own dial decides where there is one, else the status quo.
 */
export function rule(desk: Desk, floors: readonly Floor[], dials: readonly Dial[]): Ruled {
  const surest = [...desk.rulings].sort(
    (a, b) => b.winProbability - a.winProbability || byId(a.prefer, b.prefer) || byId(a.over, b.over),
  )
  const rulings: Ruling[] = []
  const contested: Contested[] = []
  for (const outcome of surest) {
    const base = baseOf(desk, outcome)
    const against = objectionTo(base, { status: outcome.status, floors, rulings })
    if (against === null)
      rulings.push({
        ...base,
        ...pricedRuling(desk, outcome, true),
        because: accepted(base),
        ...applications(desk, outcome),
        reviewAfter: RULING_REVIEW,
      })
    else
      contested.push({
        kind: 'ruling',
        ...base,
        ...pricedRuling(desk, outcome, false),
        because: against,
        fallback: fallbackOf(base, dials),
        reviewAfter: CONTESTED_REVIEW,
      })
  }
  return { rulings, contested }
}

type Base = Omit<Ruling, 'capture' | 'origins' | 'because' | 'inScope' | 'outOfScope' | 'reviewAfter'>

function baseOf(desk: Desk, outcome: RulingOutcome): Base {
  const { count, textOf, noteOn } = desk
  const share = (interval: Interval | undefined) => printed(interval ?? wilson(0, 0))
  const support: Support = {
    overall: share(outcome.support),
    groups: Object.fromEntries(count.groups.map((group) => [group, share(outcome.groups.get(group))])),
  }
  const known = (groups: readonly Ruling['burdens'][number][]) =>
    count.groups.filter((group) => groups.includes(group))
  const [benefits, burdens] = [known(outcome.benefits), known(outcome.burdens)]
  const opposed = complementOf(support)
  const note = noteOn(outcome.prefer)
  return {
    id: UNNUMBERED,
    prefer: { statement: outcome.prefer, text: textOf(outcome.prefer) },
    over: { statement: outcome.over, text: textOf(outcome.over) },
    when: outcome.cases.map((id) => titled(desk, id)),
    notWhen: outcome.outside.map((id) => titled(desk, id)),
    winProbability: rounded(outcome.winProbability),
    strength: strengthOf(outcome.strength),
    byRule: outcome.byRule.map((one) => ({ ...one })),
    inContrast: outcome.inContrast.map((one) => ({ ...one })),
    motive: note.motive ?? 'survey',
    // Comparisons made it, whoever stands behind the value that it prefers.
    authority: 'participants',
    answered: answeredOf({ support, winProbability: outcome.winProbability }),
    support,
    secondOrder: { prefer: count.secondOrder(outcome.prefer), over: count.secondOrder(outcome.over) },
    benefits,
    burdens,
    notShown: count.groups.filter((group) => !benefits.includes(group) && !burdens.includes(group)),
    dissent: desk.dissentOf({
      shares: opposed,
      outside: count.groups.length === 0 && opposed.overall.n > 0 && opposed.overall.estimate > 0,
      heard: [
        { statement: outcome.prefer, side: 'against' },
        { statement: outcome.over, side: 'for' },
      ],
      burdens,
    }),
  }
}

const strengthOf = ({ theta, low, high, ...rest }: RulingOutcome['strength']): Ruling['strength'] => ({
  theta: rounded(theta),
  low: rounded(low),
  high: rounded(high),
  ...rest,
})

/** The share who do not prefer it. */
const complementOf = ({ overall, groups }: Support): Support => {
  const rest = (interval: Interval): Interval =>
    printed({ ...interval, estimate: 1 - interval.estimate, low: 1 - interval.high, high: 1 - interval.low })
  return {
    overall: rest(overall),
    groups: Object.fromEntries(Object.entries(groups).map(([group, interval]) => [group, rest(interval)])),
  }
}

interface Standing {
  readonly status: RulingOutcome['status']
  readonly floors: readonly Floor[]
  readonly rulings: readonly Ruling[]
}

/** Why a ruling does not stand; null when it does. */
function objectionTo(base: Base, { status, floors, rulings }: Standing): string | null {
  const agreeing = base.byRule.filter(({ prefers }) => prefers === base.prefer.statement)
  const floor = floors.find(({ statement }) => statement === base.over.statement)
  const circle = circleWith(base, rulings)
  if (floor)
    return `${preferred(base)}. But ${cited(floor.text)} is a floor, and a floor gives way to nothing.`
  if (base.support.overall.n === 0)
    return `Nobody compared the two in ${counted(base.when.length, 'case')}, so which of them should give way is not known.`
  if (base.winProbability < THRESHOLDS.rulingWinProbability)
    return `${preferred(base)}, below ${chanceSays(THRESHOLDS.rulingWinProbability)}.`
  if (agreeing.length === 0 || agreeing.length < base.byRule.length || status === 'contested')
    return `${preferred(base)}, but only ${agreeing.length} of ${counted(base.byRule.length, 'declared rule')} ${agreeing.length === 1 ? 'agrees' : 'agree'}.`
  if (circle)
    return `${preferred(base)}. But surer rulings say the opposite in case “${titleIn(base, circle.case)}”.`
  return null
}

const accepted = (base: Base): string =>
  `${preferred(base)}, and ${base.byRule.length === 1 ? 'the one declared rule agrees' : `all ${base.byRule.length} declared rules agree`}: ${listed(base.byRule.map(({ rule }) => rule))}.`

const preferred = ({ winProbability, when }: Base): string =>
  `The group-weighted majority prefers it in ${counted(when.length, 'case')} with a probability of ${chanceSays(winProbability)}`

const titleIn = ({ when }: Base, id: CaseId): string => when.find((one) => one.id === id)?.title ?? id

const fallbackOf = ({ prefer, over }: Base, dials: readonly Dial[]): Contested['fallback'] =>
  dials.some(({ statement }) => statement === prefer.statement || statement === over.statement)
    ? 'configured'
    : 'status-quo'

/** What the ruling asks for in each case, as far as somebody knows a response that does it. */
function applications(
  desk: Desk,
  { prefer, over, cases, outside }: RulingOutcome,
): Pick<Ruling, 'inScope' | 'outOfScope'> {
  const within = (ids: readonly CaseId[], honoured: StatementId) =>
    ids.flatMap((id) => application(desk, id, honoured)).filter(({ honours }) => honours.length > 0)
  return { inScope: within(cases, prefer), outOfScope: within(outside, over) }
}

function application({ listening, register }: Desk, id: CaseId, honoured: StatementId): Ruling['inScope'] {
  const meets = new Set(
    register.cells
      .filter((cell) => cell.case === id && cell.statement === honoured && cell.verdict === 'meets')
      .map(({ response }) => response),
  )
  return listening.cases
    .filter((one) => one.id === id)
    .map(({ opening, responses }) => ({
      case: id,
      opening,
      honours: responses
        .filter((response) => response.kind !== 'absent' && meets.has(response.id))
        .map((response) => ({
          response: response.id,
          text: response.text,
          signs: response.signs.map((sign) => ({ ...sign })),
        })),
    }))
}

/** A case as clauses cite it. */
export const titled = ({ listening }: Desk, id: CaseId) => ({
  id,
  title: listening.cases.find((one) => one.id === id)?.title ?? id,
})
