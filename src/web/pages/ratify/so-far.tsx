import type { FC } from 'hono/jsx'
import type { SoFar, StandingLine } from '../../../charter/index.ts'
import { Group } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { FEWEST_SHOWN, number, percent } from '../../words.ts'

/** How an open vote stands: folded away, because whoever looks may want to vote first; never its result. */
export const StandsSoFar: FC<{ soFar: SoFar }> = ({ soFar: { lines, level } }) => (
  <details class="so-far">
    <summary>How it stands so far: not the result</summary>
    <div class="stack">
      <Table label="How the vote stands so far, as a table" fold="1fr 1fr">
        <Head>
          <ColumnHead>Group</ColumnHead>
          <ColumnHead>Yes, if everybody voted</ColumnHead>
          <ColumnHead>Against what is asked</ColumnHead>
        </Head>
        <Body>
          {lines.map((line) => (
            <Row>
              <RowHead>{line.group === null ? 'Everybody' : <Group id={line.group} />}</RowHead>
              <Cell>{shareSays(line)}</Cell>
              <Cell>{`${percent(line.threshold)} % asked: ${STANDS[line.stands]}`}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <p class="meta">
        {`The result is the count when the vote is closed, and nothing else. These bounds may be looked at as often as you like: over all looks and all lines they are wrong in at most ${percent(1 - level)} of 100 votes. They rest on one thing: that who votes early is chance. Where one side votes first, or people vote because of what stands here, they do not hold. They move when ten more have voted.`}
      </p>
    </div>
  </details>
)

const shareSays = ({ share, n }: StandingLine): string =>
  share === null
    ? `Not shown: we need ${FEWEST_SHOWN} who voted`
    : `${percent(share.low)} to ${percent(share.high)} %, from ${number(n)} votes`

const STANDS: Readonly<Record<StandingLine['stands'], string>> = {
  above: 'above it so far',
  below: 'below it so far',
  open: 'still open',
}
