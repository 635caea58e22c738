import type { Child, FC } from 'hono/jsx'
import { type GroupId, seen, type Tally } from '../../../kernel/index.ts'
import type { OpinionMap, StatementSupport, Support } from '../../../map/index.ts'
import { Band, Group } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { FEWEST_SHOWN, number, percent } from '../../words.ts'

/** How each group and everybody answered a statement, in shares of those who saw it. */
export const AnswersTable: FC<{ map: OpinionMap } & Pick<StatementSupport, 'overall' | 'groups'>> = ({
  map,
  overall,
  groups,
}) => (
  <Table label="Answers by group, as a table" fold="minmax(0, 2fr) repeat(3, minmax(0, 1fr))">
    <Head>
      <ColumnHead>Group</ColumnHead>
      <ColumnHead>Agree</ColumnHead>
      <ColumnHead class="num">Pass</ColumnHead>
      <ColumnHead class="num">Disagree</ColumnHead>
      <ColumnHead class="num">Not seen</ColumnHead>
    </Head>
    <Body>
      {[...groups].map(([id, support]) => (
        <AnswersRow
          group={id}
          people={map.people.filter(({ group }) => group === id).length}
          support={support}
        >
          <Group id={id} />
        </AnswersRow>
      ))}
      <AnswersRow group={null} people={map.people.length} support={overall}>
        Everybody
      </AnswersRow>
    </Body>
  </Table>
)

interface RowProps {
  readonly group: GroupId | null
  readonly people: number
  readonly support: Support
  readonly children?: Child
}

const AnswersRow: FC<RowProps> = ({ group, people, support: { tally, agree }, children }) => {
  const shown = (answer: keyof Tally) =>
    seen(tally) < FEWEST_SHOWN ? '–' : `${percent(tally[answer] / seen(tally))} %`
  return (
    <Row>
      <RowHead>{children}</RowHead>
      <Cell>
        <Band interval={agree} {...(group === null ? {} : { group })} />
      </Cell>
      <Cell class="num">{shown('pass')}</Cell>
      <Cell class="num">{shown('disagree')}</Cell>
      <Cell class="num">{number(people - seen(tally))}</Cell>
    </Row>
  )
}
