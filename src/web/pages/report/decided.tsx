import type { FC } from 'hono/jsx'
import type { Decided } from '../../../publish/index.ts'
import { day } from '../../dates.ts'
import { DissentBox, Group } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { counted, number } from '../../words.ts'
import { saidOnce, timesSays } from '../charter/said-once.ts'
import { AUTHORITIES, motiveSays } from '../charter/words.ts'
import { Missing } from './missing.tsx'
import { Shares } from './shares.tsx'

interface DecidedProps {
  readonly decided: Decided
  readonly names: ReadonlyMap<string, string>
}

/** Who decided, why, and how the vote on it went. */
export const DecidedSection: FC<DecidedProps> = ({ decided, names }) => (
  <section aria-labelledby="h-decided">
    <h2 id="h-decided">Who decided</h2>
    {decided.kind === 'missing' ? (
      <Missing says={decided.says} />
    ) : (
      <div class="stack">
        <p>
          <bdi>{decided.title}</bdi>
          {`, version ${decided.version}. ${decided.says}`}
        </p>
        <div class="pair">
          <Counts
            label="Clauses that bind, by who decided them"
            head="Decided by"
            rows={decided.byAuthority.map(({ authority, clauses }) => [AUTHORITIES[authority], clauses])}
          />
          <Counts
            label="Clauses that bind, by why they exist"
            head="Why"
            rows={decided.byMotive.map(({ motive, clauses }) => [motiveSays(motive), clauses])}
          />
        </div>
        {decided.ratification === null ? null : <Vote vote={decided.ratification} names={names} />}
      </div>
    )}
  </section>
)

const Counts: FC<{ label: string; head: string; rows: readonly (readonly [string, number])[] }> = ({
  label,
  head,
  rows,
}) => (
  <Table label={label}>
    <Head>
      <ColumnHead>{head}</ColumnHead>
      <ColumnHead class="num">Clauses</ColumnHead>
    </Head>
    <Body>
      {rows.map(([name, count]) => (
        <Row>
          <RowHead>{name}</RowHead>
          <Cell class="num">{count}</Cell>
        </Row>
      ))}
    </Body>
  </Table>
)

type Published = NonNullable<Extract<Decided, { kind: 'decided' }>['ratification']>

const Vote: FC<{ vote: Published; names: ReadonlyMap<string, string> }> = ({ vote, names }) => (
  <>
    <h3>The vote on it</h3>
    <p>
      {`Open from ${day(vote.opened)} to ${day(vote.closed)}. At least ${counted(vote.quorum, 'person', 'people')} of ${number(vote.roll)} had to vote.${strangers(vote.notOnRoll)}`}
    </p>
    <Shares support={vote.support} says="Said yes, of those who said yes or no; the line marks half" />
    <p class="row">
      {vote.groups.map(({ group, outcome }) => (
        <span class="row">
          <Group id={group} /> {OUTCOMES[outcome]}
        </span>
      ))}
    </p>
    {saidOnce(vote.dissent).map(({ said: { clause, from, words }, times }) => (
      <DissentBox
        title={`${from === null ? 'Somebody' : `Somebody of group ${from}`}, against ${clause === null ? 'the charter as a whole' : `${clause}: ${names.get(clause) ?? ''}`}${timesSays(times)}`}
        words={[words]}
      />
    ))}
  </>
)

const strangers = (ballots: number): string =>
  ballots === 0
    ? ''
    : ` ${counted(ballots, 'ballot')} of people who could not vote ${ballots === 1 ? 'was' : 'were'} not counted.`

const OUTCOMES: Readonly<Record<Published['groups'][number]['outcome'], string>> = {
  met: 'said yes',
  'not-met': 'did not say yes',
  unknown: 'unknown: too few of it voted',
}
