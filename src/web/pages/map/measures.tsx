import type { Child } from 'hono/jsx'
import { byId, type Interval, type StatementId } from '../../../kernel/index.ts'
import type { Consensus, Divisiveness, OpinionMap, StatementBridging } from '../../../map/index.ts'
import { NotShown } from '../../parts/marks.tsx'
import { Range } from '../../parts/range.tsx'
import { FEWEST_SHOWN, spanText } from '../../words.ts'

/** What can be asked of every statement, and how each answer is drawn. */
export type MeasureName = 'agreed' | 'divides' | 'bridges'

export interface Measure {
  /** As a link says it. */
  readonly label: string
  /** Before the statement that comes first. */
  readonly finding: string
  /** The heads of the two columns. */
  heads(map: OpinionMap): readonly [string, string]
  source(map: OpinionMap): string
  /** One entry per statement; what is surely so comes first, what is not known last. */
  of(map: OpinionMap): readonly Measured[]
}

export interface Measured {
  readonly statement: StatementId
  /** The low end of the interval; null where it is not known or not shown. */
  readonly surely: number | null
  /** Whether it is about rejecting the statement. */
  readonly isAgainst: boolean
  readonly drawn: Child
  readonly beside: Child
}

const agreed: Measure = {
  label: 'Agreed by all',
  finding: 'What is surely agreed most, by every group',
  heads: (map) =>
    hasGroups(map) ? ['All groups together', 'Fewest asked'] : ['All people together', 'Asked'],
  source: () =>
    'The share of each group that agrees, multiplied: 1 where everybody in every group agrees, and one group against is enough to make it small. For “rejected”, the same of those who disagree. Without groups it is the share of everybody. Shares are pooled (groups and statements lend to each other where few were asked). “Fewest asked”: in the group of whom the fewest saw it.',
  of: (map) => {
    const strongest = new Map<StatementId, Consensus>()
    for (const one of map.consensus) if (!strongest.has(one.statement)) strongest.set(one.statement, one)
    return surest([...strongest.values()].map(agreedOne))
  },
}

const agreedOne = ({ statement, direction, interval }: Consensus): Measured => ({
  statement,
  isAgainst: direction === 'disagree',
  ...drawnOf(interval, ONE),
  beside: String(interval.n),
})

const divides: Measure = {
  label: 'What divides',
  finding: 'What surely divides people most',
  heads: (map) => (hasGroups(map) ? ['Widest gap between groups', 'Sides'] : ['Sides', 'Gap between groups']),
  source: (map) => (hasGroups(map) ? `${GAP} ${SIDES}` : SIDES),
  of: (map) => surest(map.divisiveness.map(hasGroups(map) ? byGap : bySides)),
}

const GAP =
  'Gap: how far the group that agrees most is from the one that agrees least, in shares of their people (pooled). The groups were found in these votes, so some gap is always there.'
const SIDES = 'Sides: 1 where half of those who took a side took each, 0 where all took the same.'

function byGap({ statement, sides, gap }: Divisiveness): Measured {
  const beside = drawnOf(sides, ONE).drawn
  const own = { statement, isAgainst: false, beside }
  if (gap === null) return { ...own, surely: null, drawn: 'Unknown: fewer than two groups saw it' }
  const { surely, drawn } = drawnOf(gap.difference, ONE)
  const ends = `${gap.most} agrees most, ${gap.least} least`
  return { ...own, surely, drawn: surely === null ? drawn : [drawn, <span class="meta">{ends}</span>] }
}

const bySides = ({ statement, sides }: Divisiveness): Measured => ({
  statement,
  isAgainst: false,
  ...drawnOf(sides, ONE),
  beside: 'No groups',
})

const hasGroups = ({ grouping }: OpinionMap): boolean => grouping.kind === 'groups'

const bridges: Measure = {
  label: 'What bridges',
  finding: 'What people surely agree with who usually differ',
  heads: () => ['Bridging score', 'Along the usual line'],
  source: () =>
    'What a statement adds to the usual answer, leanings of people apart: the line in the middle is 0; 1 is the way from disagree to agree. “Along the usual line”: how far the statement divides people as they usually differ; 0 not at all. Bands are by leaving out one answer at a time (jackknife).',
  of: (map) => surest(map.bridging.map(bridgesOne)),
}

function bridgesOne(one: StatementBridging): Measured {
  const { statement } = one
  if (one.kind === 'unknown')
    return {
      statement,
      isAgainst: false,
      surely: null,
      drawn: <Unknown because={one.because} />,
      beside: '–',
    }
  const { surely, drawn } = drawnOf(one.score, AROUND_ZERO)
  const beside = surely === null ? '–' : Math.abs(one.factor).toFixed(2)
  return { statement, isAgainst: false, surely, drawn, beside }
}

/** What is not known says why, in the place of a number. */
const Unknown = ({ because }: { because: string }) => (
  <span class="notshown">
    <span>{`Unknown: ${because}`}</span>
  </span>
)

/** A scale: what lies at its start, and how long it is. */
interface Scale {
  readonly from: number
  readonly length: number
}

const ONE: Scale = { from: 0, length: 1 }
const AROUND_ZERO: Scale = { from: -1, length: 2 }

/** A band with its numbers, of enough people; else why it is not shown (ADR 0041). */
function drawnOf(
  interval: Pick<Interval, 'estimate' | 'low' | 'high' | 'n'>,
  { from, length }: Scale,
): Pick<Measured, 'surely' | 'drawn'> {
  if (interval.n < FEWEST_SHOWN) return { surely: null, drawn: <NotShown people={interval.n} /> }
  const { estimate, low, high } = interval
  const moved = { estimate: estimate - from, low: low - from, high: high - from }
  const drawn = (
    <Range interval={moved} of={length} group={null} {...(from === 0 ? {} : { mark: -from })}>
      {spanText(interval)}
    </Range>
  )
  return { surely: low, drawn }
}

const surest = (all: readonly Measured[]): readonly Measured[] =>
  [...all].sort(
    (a, b) =>
      (b.surely ?? Number.NEGATIVE_INFINITY) - (a.surely ?? Number.NEGATIVE_INFINITY) ||
      byId(a.statement, b.statement),
  )

export const MEASURES: Readonly<Record<MeasureName, Measure>> = { agreed, divides, bridges }
