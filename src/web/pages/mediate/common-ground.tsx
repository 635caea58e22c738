import type { FC } from 'hono/jsx'
import type { CommonWords } from '../../../negotiate/index.ts'
import { pathOf } from '../../page.tsx'
import { Band, Group, UnknownBox } from '../../parts/marks.tsx'
import { Said } from '../../parts/spoken.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import type { Frame } from '../../views.ts'
import type { ReadyStudy } from '../ready.ts'

interface CommonGroundProps {
  readonly frame: Frame
  readonly study: ReadyStudy
  readonly common: readonly CommonWords[]
}

/** So many sentences are read at once; the rest are on the map. */
const SHOWN = 10

/** What people share already, in their own words; no model is needed for it. */
export const CommonGround: FC<CommonGroundProps> = ({ frame, study, common }) => (
  <section class="stack" aria-labelledby="own">
    <h2 id="own">In your own words</h2>
    {common.length === 0 ? (
      <UnknownBox title="Nothing to compare yet">
        <p>
          No statement was answered by 20 people. <a href={pathOf(frame, '/vote')}>Answer some</a>, and ask
          others to.
        </p>
      </UnknownBox>
    ) : (
      <>
        <p>
          No machine wrote any of these. They are what even the group that agrees least agrees with most, each
          held against each other one, among those who saw both (Schulze’s method).
        </p>
        <Table label="What people share already, nearest first" fold="1fr 1fr">
          <Head>
            <ColumnHead>Statement</ColumnHead>
            <ColumnHead>Everybody who agrees</ColumnHead>
            <ColumnHead>The group that agrees least</ColumnHead>
          </Head>
          <Body>
            {common.slice(0, SHOWN).map((words, at) => (
              <Row>
                <RowHead class="said">
                  {`${at + 1}. `}
                  <Words study={study} words={words} />
                </RowHead>
                <Cell>
                  <Band interval={words.overall} half={true} />
                </Cell>
                <Cell>
                  {words.least === null ? (
                    'There are no groups.'
                  ) : (
                    <>
                      <Group id={words.least.group} />{' '}
                      <Band interval={words.least.agree} group={words.least.group} half={true} />
                    </>
                  )}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
        {common.length <= SHOWN ? null : (
          <p class="meta">
            {`These are the first ${SHOWN} of ${common.length}. `}
            <a href={pathOf(frame, '/map?show=statements&by=agreed')}>See every statement on the map</a>.
          </p>
        )}
      </>
    )}
  </section>
)

const Words: FC<{ study: ReadyStudy; words: CommonWords }> = ({ study, words }) => {
  const statement = study.listening.statements.find(({ id }) => id === words.statement)
  return statement === undefined ? <span>{words.statement}</span> : <Said statement={statement} />
}
