import type { StatementId } from '../../../kernel/index.ts'
import type { Consensus, Divisiveness, OpinionMap, Representative } from '../../../map/index.ts'
import { percent, shareText } from '../../../web/words.ts'

/** What a map found, as lines: what is agreed, what divides, what speaks for each group, and how sure each is. What nobody answered is no finding. */
export function findingLines(map: OpinionMap, text: ReadonlyMap<StatementId, string>): readonly string[] {
  const said = (statement: StatementId) => text.get(statement) ?? ''
  const grouped = map.grouping.kind === 'groups'
  const tests = map.support.reduce((sum, { groups }) => sum + 2 * groups.size, 0)
  return [
    '',
    `agreed by ${grouped ? 'every group: the product of the groups’ shares' : 'everybody'}, pooled over statements, with its 95 % interval; n saw it in the group that saw it least; in order of the unpooled score:`,
    ...map.consensus
      .filter(({ direction, interval }) => direction === 'agree' && interval.n > 0)
      .slice(0, MOST)
      .map((one) => `  ${agreedLine(one)}  ${said(one.statement)}`),
    '',
    grouped
      ? 'divides people most: the two groups furthest apart, in percentage points, 95 % interval (pooled):'
      : 'divides people most: 0 is one voice, 100 half and half; 95 % interval (Wilson); n took a side:',
    ...map.divisiveness
      .filter(({ sides, gap }) => (gap === null ? sides : gap.difference).n > 0)
      .slice(0, FEW)
      .map((one) => `  ${dividesLine(one)}  ${said(one.statement)}`),
    ...(grouped
      ? [
          '',
          `speaks for a group: how many times likelier there; p of the difference, exact, corrected for ${tests} tests (Benjamini–Yekutieli):`,
          ...map.representative.map((one) => `  ${speaksLine(one)}  ${said(one.statement)}`),
          'the groups were found in the same votes, so these p rank the differences and prove none; --checks tests them',
        ]
      : []),
    '',
    'shares are of those who saw a statement; who did not see it counts neither way (--json: unseen)',
  ]
}

const agreedLine = ({ statement, score, interval }: Consensus): string =>
  `${statement}  ${shareText(interval)}, n ${interval.n}; unpooled ${percent(score)} %`

function dividesLine({ statement, sides, gap }: Divisiveness): string {
  if (gap === null) return `${statement}  ${shareText(sides)}, n ${sides.n}`
  return `${statement}  ${gap.most} over ${gap.least} by ${shareText(gap.difference)}, n ${gap.difference.n}`
}

const speaksLine = ({ group, statement, direction, ratio, adjusted }: Representative): string =>
  `${group} ${direction}s  ${statement}  ${ratio.toFixed(1)} times, ${chanceText(adjusted)}`

/**
 * A probability in three digits.
 *
 * @example
 * [chanceText(0.0123), chanceText(1e-9)] // => ['p 0.012', 'p < 0.001']
 */
export const chanceText = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p ${p.toFixed(3)}`)

const MOST = 10
const FEW = 5
