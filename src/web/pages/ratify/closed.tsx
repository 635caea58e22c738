import type { FC } from 'hono/jsx'
import { contentHash, type Ratification } from '../../../charter/index.ts'
import { day } from '../../dates.ts'
import { Figure } from '../../parts/figure.tsx'
import { Group, Tag } from '../../parts/marks.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import type { Frame, RatifyView } from '../../views.ts'
import { counted, number } from '../../words.ts'
import { Objections } from '../charter/objections.tsx'
import { versionPath } from '../charter/standing.tsx'
import { groupsIn, planSays, publishedVote, votedIn } from '../charter/vote.ts'
import { Share } from '../report/shares.tsx'

interface ClosedProps {
  readonly frame: Frame
  readonly state: Extract<RatifyView['state'], { kind: 'closed' }>
  readonly problem: string | null
}

/** What came of the vote; that too few voted is a result too. */
export const ClosedVote: FC<ClosedProps> = ({ frame, state: { charter, ratification }, problem }) => (
  <>
    {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
    <div class="head">
      <p class="kicker">
        <bdi>{charter.title}</bdi>
        {` · version ${charter.version} · the vote closed on ${day(ratification.closed)}`}
      </p>
      <h1>{TITLES[ratification.outcome]}</h1>
      <p class="lede">
        {countSays(ratification)} {MEANS[ratification.outcome]}
      </p>
      <p class="row">
        <a class="btn primary" href={versionPath(frame, contentHash(charter))}>
          Read the charter
        </a>
      </p>
    </div>
    <Result ratification={ratification} />
    <section aria-labelledby="h-against">
      <h2 id="h-against">What was said against it</h2>
      <Objections charter={charter} vote={ratification} at={versionPath(frame, contentHash(charter))} />
    </section>
  </>
)

const TITLES: Readonly<Record<Ratification['outcome'], string>> = {
  ratified: 'Ratified: the charter is in force',
  rejected: 'Rejected: the charter is not in force',
  'quorum-not-met': 'Too few voted: the charter is not in force',
}

const MEANS: Readonly<Record<Ratification['outcome'], string>> = {
  ratified: 'That meets what was asked before the vote.',
  rejected: 'That does not meet what was asked before the vote.',
  'quorum-not-met': 'That is neither a yes nor a no: silence is not agreement.',
}

const countSays = (vote: Ratification): string =>
  `${number(votedIn(vote))} of ${counted(vote.roll, 'person', 'people')} on the roll voted: ${number(vote.yes)} yes, ${number(vote.no)} no, ${number(vote.abstain)} abstained.`

const Result: FC<{ ratification: Ratification }> = ({ ratification }) => {
  const { overall, groups } = publishedVote(ratification)
  return (
    <Figure id="vote" finding="Who said yes, of those who said yes or no" source={sourceOf(ratification)}>
      <Table label="The vote by group, as a table" class="result" fold="minmax(0, 1fr) 8rem">
        <Head>
          <ColumnHead>Group</ColumnHead>
          <ColumnHead>Said yes; the line marks half</ColumnHead>
          <ColumnHead>Was that enough?</ColumnHead>
        </Head>
        <Body>
          <Row>
            <RowHead>Everybody</RowHead>
            <Cell>
              <Share share={overall} group={null} />
            </Cell>
            <Cell>
              <Tag kind={MARKS[ratification.outcome]}>{ENOUGH[ratification.outcome]}</Tag>
            </Cell>
          </Row>
          {groupsIn(ratification).map(([group, { outcome }]) => {
            const share = groups[group]
            return (
              <Row>
                <RowHead>
                  <Group id={group} />
                </RowHead>
                <Cell>{share === undefined ? 'not shown' : <Share share={share} group={group} />}</Cell>
                <Cell>
                  <Tag kind={MARKS[outcome]}>{ENOUGH[outcome]}</Tag>
                </Cell>
              </Row>
            )
          })}
        </Body>
      </Table>
    </Figure>
  )
}

type Outcome = Ratification['outcome'] | 'met' | 'not-met' | 'unknown'

const MARKS: Readonly<Record<Outcome, string>> = {
  ratified: 'kept',
  met: 'kept',
  rejected: 'broken',
  'not-met': 'broken',
  'quorum-not-met': 'unknown',
  unknown: 'unknown',
}

const ENOUGH: Readonly<Record<Outcome, string>> = {
  ratified: 'ratified',
  met: 'enough',
  rejected: 'rejected',
  'not-met': 'not enough',
  'quorum-not-met': 'too few voted',
  unknown: 'too few voted',
}

const sourceOf = ({ plan, opened, closed, notOnRoll }: Ratification): string =>
  `${planSays(plan)} Open from ${day(opened)} to ${day(closed)}.${strangers(notOnRoll)} 95 % intervals (Wilson); people to the nearest ten.`

const strangers = (ballots: number): string =>
  ballots === 0
    ? ''
    : ` ${counted(ballots, 'ballot')} of people who could not vote ${ballots === 1 ? 'was' : 'were'} not counted.`
