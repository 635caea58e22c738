import type { FC } from 'hono/jsx'
import type { Report } from '../../../publish/index.ts'
import { Tag } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { counted, number } from '../../words.ts'
import { Missing } from './missing.tsx'

type Decisions = Report['decisions']
type Kind = Extract<Decisions, { kind: 'decisions' }>['byKind'][number]['kind']

/** What was decided about answers and actions, and on which clauses that rested. */
export const DecisionsSection: FC<{ decisions: Decisions }> = ({ decisions }) => (
  <section aria-labelledby="h-decisions">
    <h2 id="h-decisions">What was sent, and what was stopped</h2>
    {decisions.kind === 'missing' ? (
      <Missing says={decisions.says} />
    ) : (
      <div class="stack">
        <p>{`${counted(decisions.total, 'decision')} on answers and actions. These count answers, not people.`}</p>
        <Table label="Decisions by kind, as a table" fold="4rem minmax(0, 1fr)">
          <Head>
            <ColumnHead>Decision</ColumnHead>
            <ColumnHead class="num">How often</ColumnHead>
            <ColumnHead>Clauses it rested on</ColumnHead>
          </Head>
          <Body>
            {decisions.byKind.map(({ kind, count, clauses }) => (
              <Row>
                <RowHead>
                  <Tag kind={kind} /> <span class="meta">{MEANS[kind]}</span>
                </RowHead>
                <Cell class="num">{number(count)}</Cell>
                <Cell>
                  {clauses.length === 0
                    ? count === 0
                      ? ''
                      : 'no clause'
                    : clauses.map(({ clause, count: times }) => `${clause} (${number(times)})`).join(', ')}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      </div>
    )}
  </section>
)

const MEANS: Readonly<Record<Kind, string>> = {
  send: 'the answer went out',
  ask: 'the person was asked first',
  hold: 'it waited for a person',
  refuse: 'a floor forbade it',
  off: 'the assistant was switched off',
}
