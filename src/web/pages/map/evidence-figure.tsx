import type { FC } from 'hono/jsx'
import type { GroupingEvidence, OpinionMap, TriedDivision } from '../../../map/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { Range } from '../../parts/range.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { capital, spelled } from '../../spelled.ts'
import { counted, FEWEST_SHOWN, listed, number, percent, spanText } from '../../words.ts'

/** What speaks for and against each number of groups that was tried. */
export const EvidenceFigure: FC<{ map: OpinionMap }> = ({ map: { grouping } }) => {
  const { evidence } = grouping
  return (
    <Figure id="evidence" finding={findingOf(grouping)} source={sourceOf(evidence)}>
      {evidence.tried.length === 0 ? (
        <p>No number of groups was tried.</p>
      ) : (
        <TriedTable evidence={evidence} />
      )}
    </Figure>
  )
}

function findingOf(grouping: OpinionMap['grouping']): string {
  if (grouping.kind === 'no-stable-groups') return `No number of groups holds: ${grouping.because}`
  const groups = capital(spelled(grouping.groups.length))
  if (grouping.evidence.asked !== null) return `${groups} groups, because somebody asked to see so many`
  return `${groups} groups: of the numbers that hold, the one that people fit best`
}

const TriedTable: FC<{ evidence: GroupingEvidence }> = ({ evidence }) => (
  <Table label="Every number of groups that was tried, as a table" class="tried" fold="minmax(0, 1fr)">
    <Head>
      <ColumnHead>Divided in</ColumnHead>
      <ColumnHead>People in each</ColumnHead>
      <ColumnHead>Fit</ColumnHead>
      <ColumnHead>Agrees with re-runs</ColumnHead>
      <ColumnHead>Least of a group that came back</ColumnHead>
      <ColumnHead>Verdict</ColumnHead>
    </Head>
    <Body>
      {evidence.tried.map((tried) => (
        <TriedRow tried={tried} chance={evidence.chanceSilhouette} />
      ))}
    </Body>
  </Table>
)

const TriedRow: FC<{ tried: TriedDivision; chance: number | null }> = ({ tried, chance }) => {
  const { k, sizes, silhouette, silhouetteError, agreement, holds } = tried
  const loosest = holds.reduce<(typeof holds)[number] | null>(
    (least, next) => (least === null || next.estimate < least.estimate ? next : least),
    null,
  )
  return (
    <Row class={tried.verdict.kind}>
      <RowHead>{counted(k, 'group')}</RowHead>
      <Cell>
        <span class="folded-head">People in each</span>
        {sizesText(sizes)}
      </Cell>
      <Cell>
        <span class="folded-head">Fit</span>
        <Range
          interval={{
            estimate: silhouette,
            low: silhouette - silhouetteError,
            high: silhouette + silhouetteError,
          }}
          of={1}
          group={null}
          {...(chance === null ? {} : { mark: chance })}
        >
          {`${silhouette.toFixed(2)}${silhouetteError === 0 ? '' : ` ± ${silhouetteError.toFixed(2)}`}`}
        </Range>
      </Cell>
      <Cell>
        <span class="folded-head">Agrees with re-runs</span>
        {agreement.n === 0 ? (
          'Unknown: not drawn again'
        ) : (
          <Range interval={agreement} of={1} group={null}>
            {spanText(agreement)}
          </Range>
        )}
      </Cell>
      <Cell>
        <span class="folded-head">Least of a group that came back</span>
        {loosest === null || loosest.n === 0
          ? 'Unknown: not drawn again'
          : `${percent(loosest.estimate)} in 100 (${percent(loosest.low)}–${percent(loosest.high)})`}
      </Cell>
      <Cell>{verdictText(tried)}</Cell>
    </Row>
  )
}

/** All sizes or none: with the total, the others would tell a small one (ADR 0042). */
const sizesText = (sizes: readonly number[]): string =>
  sizes.some((size) => size < FEWEST_SHOWN)
    ? `Not shown: one has fewer than ${FEWEST_SHOWN}`
    : listed(sizes.map(number))

function verdictText({ verdict }: TriedDivision): string {
  if (verdict.kind === 'chosen') return 'Chosen: these are the groups of the map.'
  const because = `${capital(verdict.because)}.`
  return verdict.kind === 'also-stable' ? `Would hold too. ${because}` : `Does not hold. ${because}`
}

function sourceOf({ chanceSilhouette, reruns, tried }: GroupingEvidence): string {
  const drawn = reruns.reduce((sum, { times }) => sum + times, 0)
  const approximate = tried.some(({ silhouetteError }) => silhouetteError > 0)
  return [
    `Fit: 1 where everybody stands with their own, 0 where they could as well stand elsewhere (mean silhouette${approximate ? ', from shared places' : ''}).`,
    chanceSilhouette === null
      ? 'Whether people without any groups would fit as well was not tried.'
      : `The line across it is at ${chanceSilhouette.toFixed(2)}: people without any groups reach that once in twenty.`,
    drawn === 0
      ? 'The map was not drawn again.'
      : `Agrees with re-runs: the map was drawn again ${counted(drawn, 'time')} from people picked at random; 1 is the same division, 0 is chance (adjusted Rand index; the band holds 95 in 100 re-runs). Came back: of the people in the group that came back least, how many came back together (Jaccard).`,
    'A division holds if nobody is set apart as a mere handful, people fit it better than crowds without groups, it comes back, and it foretells votes that were held back.',
  ].join(' ')
}
