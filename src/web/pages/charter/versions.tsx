import type { FC } from 'hono/jsx'
import { day } from '../../dates.ts'
import { Tag } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import type { CharterView, Frame } from '../../views.ts'
import { versionPath } from './standing.tsx'
import { STATUSES } from './words.ts'

interface VersionsProps {
  readonly frame: Frame
  readonly view: Pick<CharterView, 'versions' | 'hash'>
}

/** Every version there is, to read and to compare; none is ever taken away. */
export const Versions: FC<VersionsProps> = ({ frame, view: { versions, hash } }) =>
  versions.length === 0 ? null : (
    <section id="versions" aria-labelledby="h-versions">
      <h2 id="h-versions">All versions</h2>
      <Table label="Versions, as a table" fold="1fr 1fr">
        <Head>
          <ColumnHead>Version</ColumnHead>
          <ColumnHead>What became of it</ColumnHead>
          <ColumnHead>Since</ColumnHead>
        </Head>
        <Body>
          {versions.map((one) => (
            <Row>
              <RowHead>
                <a href={versionPath(frame, one.hash)} aria-current={one.hash === hash ? 'page' : undefined}>
                  {`Version ${one.version}`}
                </a>
                {one.hash === hash ? ' (this one)' : ''}
              </RowHead>
              <Cell>
                <Tag kind={MARKS[one.status] ?? 'unknown'}>{saidOf(one.status)}</Tag>
              </Cell>
              <Cell>{day(one.since)}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  )

const MARKS: Readonly<Record<string, string>> = {
  draft: 'hold',
  voting: 'ask',
  ratified: 'kept',
  rejected: 'broken',
  'quorum-not-met': 'unknown',
}

const saidOf = (status: string): string =>
  Object.hasOwn(STATUSES, status) ? STATUSES[status as keyof typeof STATUSES] : status
