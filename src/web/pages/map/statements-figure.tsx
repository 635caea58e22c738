import type { FC } from 'hono/jsx'
import type { Statement } from '../../../listen/index.ts'
import { pathOf } from '../../page.tsx'
import { Figure } from '../../parts/figure.tsx'
import { Quoted, tongueOf, WrittenBy } from '../../parts/spoken.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import type { Frame, Mapped } from '../../views.ts'
import { counted, FEWEST_SHOWN, number } from '../../words.ts'
import { MEASURES, type Measured, type MeasureName } from './measures.tsx'

interface StatementsProps {
  readonly frame: Frame
  readonly study: Mapped
  readonly by: MeasureName
}

/** How many rows stand open, and how many fold away; more are looked at one by one (ADR 0041). */
const FIRST = 8
const MOST = 200

/** Every statement under one question: agreed by all, dividing, or bridging; each with how sure it is. */
export const StatementsFigure: FC<StatementsProps> = ({ frame, study: { map, listening }, by }) => {
  const measure = MEASURES[by]
  const statements = new Map(listening.statements.map((one) => [one.id, one]))
  const unseen = new Map(map.support.map(({ statement, overall }) => [statement, overall.unseen.people]))
  const rows = measure.of(map).flatMap((one): RowOf[] => {
    const statement = statements.get(one.statement)
    return statement === undefined
      ? []
      : [{ ...one, said: statement, unseen: unseen.get(one.statement) ?? map.people.length }]
  })
  const [first] = rows
  const list = { frame, heads: measure.heads(map) }
  const folded = rows.slice(FIRST, MOST)
  return (
    <Figure
      id="statements"
      finding={
        first === undefined || first.surely === null ? (
          'No statement was seen by enough people yet'
        ) : (
          <>
            {`${measure.finding}: ${first.isAgainst ? 'rejecting ' : ''}`}
            <Quoted statement={first.said} />
          </>
        )
      }
      source={sourceOf(measure.source(map), rows.length, map.people.length)}
    >
      <By frame={frame} by={by} />
      <Rows {...list} rows={rows.slice(0, FIRST)} label="The first statements, as a table" />
      {folded.length === 0 ? null : (
        <details>
          <summary>{counted(folded.length, 'more statement')}</summary>
          <Rows {...list} rows={folded} label="The other statements, as a table" />
        </details>
      )}
    </Figure>
  )
}

interface RowOf extends Measured {
  readonly said: Statement
  readonly unseen: number
}

const By: FC<{ frame: Frame; by: MeasureName }> = ({ frame, by }) => (
  <nav class="show by" aria-label="Ordered by">
    {(Object.keys(MEASURES) as MeasureName[]).map((name) => (
      <a
        class="btn"
        href={`${pathOf(frame, '/map')}?show=statements&by=${name}`}
        aria-current={name === by ? 'true' : undefined}
      >
        {MEASURES[name].label}
      </a>
    ))}
  </nav>
)

interface RowsProps {
  readonly frame: Frame
  readonly heads: readonly [string, string]
  readonly rows: readonly RowOf[]
  readonly label: string
}

const Rows: FC<RowsProps> = ({ frame, heads, rows, label }) => (
  <Table label={label} class="measured" fold="minmax(0, 1.2fr) minmax(0, 1fr) 3rem">
    <Head>
      <ColumnHead>Statement</ColumnHead>
      <ColumnHead>{heads[0]}</ColumnHead>
      <ColumnHead>{heads[1]}</ColumnHead>
      <ColumnHead class="num">Not seen by</ColumnHead>
    </Head>
    <Body>
      {rows.map(({ said, isAgainst, drawn, beside, unseen }) => (
        <Row>
          <RowHead>
            {isAgainst ? <strong class="against">✕ Rejected: </strong> : null}
            <a
              class="said"
              {...tongueOf(said)}
              href={`${pathOf(frame, '/map')}?show=statement&statement=${encodeURIComponent(said.id)}`}
            >
              {said.text}
            </a>
            <WrittenBy written={said.written} />
          </RowHead>
          <Cell>{drawn}</Cell>
          <Cell>{beside}</Cell>
          <Cell class="num">{number(unseen)}</Cell>
        </Row>
      ))}
    </Body>
  </Table>
)

function sourceOf(source: string, statements: number, people: number): string {
  return [
    source,
    `Bands are 95 % intervals; statements stand in order of the low end of theirs, so that what is surely so comes first. “Not shown” means that fewer than ${FEWEST_SHOWN} people were asked. ${counted(people, 'person', 'people')} answered something; who did not see a statement counts neither way.`,
    ...(statements > MOST
      ? [`${number(statements - MOST)} more are under “One statement”, one at a time.`]
      : []),
  ].join(' ')
}
