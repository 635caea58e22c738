import type { Child, FC } from 'hono/jsx'
import { type GroupId, type StatementId, seen } from '../../../kernel/index.ts'
import type { OpinionMap, Shares, StatementSupport, Support } from '../../../map/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { Band, Group } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { FEWEST_SHOWN, number } from '../../words.ts'
import { MEASURES } from './measures.tsx'

interface NumbersProps {
  readonly map: OpinionMap
  readonly support: StatementSupport
}

/** How sure the shares of one statement are, counted and pooled, and what else the map knows about it. */
export const StatementNumbers: FC<NumbersProps> = ({ map, support }) => (
  <>
    <Figure id="shares" finding="How sure these shares are" source={SHARES}>
      <SharesTable support={support} />
    </Figure>
    <Figure id="measures" finding="Agreed by all, dividing, bridging" source={MEASURED}>
      <MeasuresTable map={map} statement={support.statement} />
    </Figure>
  </>
)

const SHARES = `Counted: who agreed or disagreed, of those of the group who saw it (Wilson). Pooled: what a group most likely thinks, where groups and statements lend to each other; surer where few were asked. Bands are 95 % intervals. “Not shown” means that fewer than ${FEWEST_SHOWN} people were asked.`

const MEASURED =
  'Bands are 95 % intervals. Agreed by all: the groups’ pooled shares, multiplied. Gap: between the groups that agree most and least. Sides: 1 where half of those who took a side took each. Bridging: what people agree with who usually differ; the line in the middle is 0.'

const SharesTable: FC<{ support: StatementSupport }> = ({ support: { overall, groups, pooled } }) => (
  <Table label="Shares by group, as a table" class="shares" fold="minmax(0, 1fr)">
    <Head>
      <ColumnHead>Group</ColumnHead>
      <ColumnHead class="num">Saw it</ColumnHead>
      <ColumnHead>Agree, counted</ColumnHead>
      <ColumnHead>Agree, pooled</ColumnHead>
      <ColumnHead>Disagree, counted</ColumnHead>
      <ColumnHead>Disagree, pooled</ColumnHead>
    </Head>
    <Body>
      {[...groups].map(([id, own]) => (
        <SharesRow own={own} pooled={pooled.get(id) ?? null} group={id}>
          <Group id={id} />
        </SharesRow>
      ))}
      <SharesRow own={overall} pooled={null} group={null}>
        Everybody
      </SharesRow>
    </Body>
  </Table>
)

interface SharesRowProps {
  readonly own: Support
  readonly pooled: Shares | null
  readonly group: GroupId | null
  readonly children?: Child
}

const SharesRow: FC<SharesRowProps> = ({ own, pooled, group, children }) => {
  const colour = group === null ? {} : { group }
  return (
    <Row>
      <RowHead>{children}</RowHead>
      <Cell class="num">
        <span class="folded-head">Saw it</span>
        {number(seen(own.tally))}
      </Cell>
      {(['agree', 'disagree'] as const).map((direction) => (
        <>
          <Cell>
            <span class="folded-head">{`${WORD[direction]}, counted`}</span>
            <Band interval={own[direction]} {...colour} />
          </Cell>
          <Cell>
            <span class="folded-head">{`${WORD[direction]}, pooled`}</span>
            {pooled === null ? '–' : <Band interval={pooled[direction]} {...colour} />}
          </Cell>
        </>
      ))}
    </Row>
  )
}

const WORD = { agree: 'Agree', disagree: 'Disagree' } as const

const MeasuresTable: FC<{ map: OpinionMap; statement: StatementId }> = ({ map, statement }) => {
  const [agreed, divides, bridges] = (['agreed', 'divides', 'bridges'] as const).map((name) =>
    MEASURES[name].of(map).find((one) => one.statement === statement),
  )
  const [first, second] = MEASURES.divides.heads(map)
  const rows: readonly (readonly [string, Child])[] = [
    [agreed?.isAgainst ? 'Rejected by all' : 'Agreed by all', agreed?.drawn],
    [first, divides?.drawn],
    [second, divides?.beside],
    ['Bridging score', bridges?.drawn],
  ]
  return (
    <Table label="Measures of this statement, as a table" class="measured" fold="minmax(0, 1fr)">
      <Head>
        <ColumnHead>Measure</ColumnHead>
        <ColumnHead>Value and interval</ColumnHead>
      </Head>
      <Body>
        {rows.map(([name, drawn]) => (
          <Row>
            <RowHead>{name}</RowHead>
            <Cell>{drawn ?? 'Unknown: it is not on the map'}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
