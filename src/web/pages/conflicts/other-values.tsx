import type { FC } from 'hono/jsx'
import { bearsOn, type Cell } from '../../../classify/index.ts'
import type { Case, Statement } from '../../../listen/index.ts'
import { Said } from '../../parts/spoken.tsx'
import { Body, ColumnHead, Head, Row, RowHead, Table, Cell as TableCell } from '../../parts/table.tsx'
import { counted } from '../../words.ts'
import { Judgement } from './judgement.tsx'
import { cellsOf } from './matrix.tsx'

interface OtherProps {
  readonly case: Case
  readonly shown: readonly Statement[]
  readonly statements: readonly Statement[]
  readonly cells: readonly Cell[]
}

/** What else is at stake in the same case: every other value that some response bears on. */
export const OtherValues: FC<OtherProps> = ({ case: one, shown, statements, cells }) => {
  const here = cells.filter((cell) => cell.case === one.id)
  const others = statements.filter(
    ({ id }) =>
      !shown.some((statement) => statement.id === id) &&
      here.some((cell) => cell.statement === id && bearsOn(cell)),
  )
  const judged = cellsOf(one, cells)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{`${counted(others.length, 'other value')} at stake in this case`}</summary>
      <Table
        label="Other values in this case, as a table"
        class="matrix others"
        fold="repeat(2, minmax(0, 1fr))"
      >
        <Head>
          <ColumnHead>Value</ColumnHead>
          {one.responses.map(({ text, kind }) => (
            <ColumnHead>{kind === 'absent' ? 'No AI acts' : <span dir="auto">{text}</span>}</ColumnHead>
          ))}
        </Head>
        <Body>
          {others.map((statement) => (
            <Row>
              <RowHead>
                <Said statement={statement} />
              </RowHead>
              {one.responses.map(({ id }) => (
                <TableCell>
                  <Judgement cell={judged(id, statement.id)} />
                </TableCell>
              ))}
            </Row>
          ))}
        </Body>
      </Table>
    </details>
  )
}
