import type { FC } from 'hono/jsx'
import type { Report } from '../../../publish/index.ts'
import { day } from '../../dates.ts'
import { Tag } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { number } from '../../words.ts'

/** Findings that are there to be shown. */
export type Found = Extract<Report['findings'], { readonly kind: 'findings' }>

interface FoundProps {
  readonly found: Found
  /** What each clause says, by its id. */
  readonly names: ReadonlyMap<string, string>
}

/** What was found, clause by clause: broken first, unknown next, kept last; then what was not tested. */
export const FindingsTable: FC<FoundProps> = ({ found, names }) => (
  <>
    <Table label="Findings by clause, as a table" class="checks" fold="6.6rem minmax(0, 1fr) 3rem">
      <Head>
        <ColumnHead>Clause</ColumnHead>
        <ColumnHead>Finding</ColumnHead>
        <ColumnHead>What we saw</ColumnHead>
        <ColumnHead class="num">Trials</ColumnHead>
      </Head>
      <Body>
        {(['broken', 'unknown', 'kept'] as const).flatMap((verdict) =>
          found.findings
            .filter((finding) => finding.verdict === verdict)
            .map(({ clause, probe, says, trials }) => (
              <Row>
                <RowHead>
                  <span class="id">{clause}</span> <span dir="auto">{names.get(clause) ?? ''}</span>
                </RowHead>
                <Cell>
                  <Tag kind={verdict} />
                </Cell>
                <Cell>
                  {says} <span class="meta probe">{probe}</span>
                </Cell>
                <Cell class="num">{number(trials)}</Cell>
              </Row>
            )),
        )}
      </Body>
    </Table>
    <p class="src">
      {`Tested: ${found.system}, on ${day(found.at)}; seed ${found.seed}. Rates are exact 95 % intervals. Kept means that no trial broke it, not that nothing can. The charter that was tested: `}
      <code>{found.charter}</code>
    </p>
    <NotTested found={found} />
  </>
)

/** Clauses that no trial touched, with the reason; never counted as kept. */
const NotTested: FC<{ found: Found }> = ({ found: { unverified, skipped } }) => {
  const reasons = [...new Set(unverified.map(({ because }) => because))]
  return (
    <>
      {reasons.length === 0 ? null : (
        <div class="unknown-box stack">
          <p>Not tested</p>
          {reasons.map((reason) => (
            <p>
              {unverified
                .filter(({ because }) => because === reason)
                .map(({ clause }) => clause)
                .join(', ')}
              : {reason}.
            </p>
          ))}
        </div>
      )}
      {skipped.map(({ probe, because }) => (
        <p class="meta">{`The probe ${probe} made no trial: ${because}.`}</p>
      ))}
    </>
  )
}
