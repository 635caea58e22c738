import type { Child, FC } from 'hono/jsx'
import { acting, type Cell, EXCLUDED, SURE } from '../../../classify/index.ts'
import type { ResponseId, StatementId } from '../../../kernel/index.ts'
import type { Case, CaseResponse, Statement } from '../../../listen/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { Said } from '../../parts/spoken.tsx'
import { Body, ColumnHead, Head, Row, RowHead, Table, Cell as TableCell } from '../../parts/table.tsx'
import { capital, spelled } from '../../spelled.ts'
import { number } from '../../words.ts'
import { Judgement, probability } from './judgement.tsx'

interface MatrixProps {
  readonly case: Case
  /** The values, one column each. */
  readonly statements: readonly Statement[]
  readonly cells: readonly Cell[]
}

/** Every response of a case against every value that is looked at. */
export const ResponseMatrix: FC<MatrixProps> = ({ case: one, statements, cells }) => {
  const judged = cellsOf(one, cells)
  return (
    <Figure
      id="matrix"
      finding={findingOf(one, statements, judged)}
      source={sourceOf(cells.filter((cell) => cell.case === one.id))}
    >
      <Table
        label="Responses and values, as a table"
        class="matrix"
        fold={`repeat(${Math.min(3, Math.max(1, statements.length))}, minmax(0, 1fr))`}
      >
        <Head>
          <ColumnHead>If the assistant…</ColumnHead>
          {statements.map((statement) => (
            <ColumnHead>
              <Said statement={statement} />
            </ColumnHead>
          ))}
        </Head>
        <Body>
          {inOrder(one).map((response) => (
            <Row class={response.kind === 'absent' ? 'absent' : undefined}>
              <RowHead>
                <ResponseName response={response} />
              </RowHead>
              {statements.map(({ id }) => (
                <TableCell>
                  <Judgement cell={judged(response.id, id)} />
                </TableCell>
              ))}
            </Row>
          ))}
        </Body>
      </Table>
    </Figure>
  )
}

const ResponseName: FC<{ response: CaseResponse }> = ({ response }): Child => (
  <>
    {response.kind === 'absent' ? 'No AI acts' : <span dir="auto">{response.text}</span>}
    {response.kind === 'acts' ? null : <span class="hint"> (always listed)</span>}
  </>
)

/** What acts first, then what hands over, then absence. */
const inOrder = ({ responses }: Case): readonly CaseResponse[] =>
  (['acts', 'hands-over', 'absent'] as const).flatMap((kind) =>
    responses.filter((response) => response.kind === kind),
  )

type Judged = (response: ResponseId, statement: StatementId) => Cell | undefined

export function cellsOf(one: Case, cells: readonly Cell[]): Judged {
  const here = cells.filter((cell) => cell.case === one.id)
  return (response, statement) =>
    here.find((cell) => cell.response === response && cell.statement === statement)
}

/** How many ways to act break one of these values, as a sentence. */
function findingOf(one: Case, statements: readonly Statement[], judged: Judged): string {
  const ways = acting(one).map(({ id }) =>
    statements.map((statement) => judged(id, statement.id)?.verdict ?? 'undetermined'),
  )
  const breaking = ways.filter((verdicts) => verdicts.includes('violates')).length
  const open = ways.filter(
    (verdicts) => !verdicts.includes('violates') && verdicts.includes('undetermined'),
  ).length
  const values = statements.length === 1 ? 'this value' : 'one of these values'
  const ofAll = `of ${spelled(ways.length)} ways to act`
  if (breaking === ways.length)
    return `${ways.length === 1 ? 'The only way' : `All ${spelled(ways.length)} ways`} to act ${breaking === 1 ? 'breaks' : 'break'} ${values}`
  const rest = open === 0 ? '' : `; for ${spelled(open)} we do not know yet`
  return `${capital(breaking === 0 ? 'none' : spelled(breaking))} ${ofAll} ${breaking < 2 ? 'breaks' : 'break'} ${values}${rest}`
}

function sourceOf(cells: readonly Cell[]): string {
  const most = cells.reduce((judges, cell) => Math.max(judges, cell.judges), 0)
  return `Numbers: probability of the judgement shown, from up to ${number(most)} judges weighted by how reliable they proved (Dawid–Skene). Between ${probability(EXCLUDED)} and ${probability(SURE)} we say “judges split”. “No AI acts” never settles a conflict: doing nothing would honour anything.`
}
