import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { DecisionTag } from '../../parts/decision-tag.tsx'
import { Body, Cell, ColumnHead, Head, Row, Table } from '../../parts/table.tsx'
import type { DeskView, Frame } from '../../views.ts'
import { listed, number } from '../../words.ts'
import { restsOn } from '../why/cited.ts'
import { To } from './checks.tsx'
import { excerptOf } from './excerpt.ts'

interface LiveProps {
  readonly frame: Frame
  readonly view: DeskView
}

/** Decisions as they are made, the newest first, and how many there were of each kind. */
export const Live: FC<LiveProps> = ({ frame, view }) => (
  <section class="live-part" aria-labelledby="live-head">
    <div class="row apart">
      <h2 id="live-head">Decisions as they are made</h2>
      <a class="btn" href={pathOf(frame, '/desk#live-head')} data-look>
        Look again
      </a>
    </div>
    <div class="card list" id="decisions" data-at={view.at}>
      {view.decisions.length === 0 ? (
        <p>No decision yet. Each answer through the gateway is listed here, with its record.</p>
      ) : (
        <Decisions frame={frame} view={view} />
      )}
    </div>
    <p class="src" id="counts">
      {countsText(view.counts)}
    </p>
  </section>
)

type Made = DeskView['decisions'][number]

const Decisions: FC<LiveProps> = ({ frame, view }) => (
  <Table label="Decisions, table" class="live" fold="5rem 1fr auto">
    <Head>
      <ColumnHead>Time</ColumnHead>
      <ColumnHead>Decision</ColumnHead>
      <ColumnHead>What was asked</ColumnHead>
      <ColumnHead>Clause</ColumnHead>
      <ColumnHead>
        <span class="sr">More</span>
      </ColumnHead>
    </Head>
    <Body>
      {view.decisions.map((made) => (
        <Row>
          <Cell class="clock">
            <time datetime={made.at}>{clockOf(made.at, view.at)}</time>
          </Cell>
          <Cell>
            <DecisionTag record={made.record} />
          </Cell>
          <Cell>
            {made.request === null ? (
              <span class="meta">the words were erased</span>
            ) : (
              <bdi dir="auto">{excerptOf(made.request)}</bdi>
            )}
          </Cell>
          <Cell>
            <Clauses frame={frame} made={made} />
          </Cell>
          <Cell>
            <More frame={frame} view={view} made={made} />
          </Cell>
        </Row>
      ))}
    </Body>
  </Table>
)

const Clauses: FC<{ frame: Frame; made: Made }> = ({ frame, made: { record } }) => {
  const parts = restsOn(record)
  if (parts.length === 0)
    return <span class="meta">{record.kind === 'off' ? 'the switch' : 'none: no check, no send'}</span>
  return <>{parts.map(({ clause }, at) => [at === 0 ? '' : ', ', <To frame={frame} clause={clause} />])}</>
}

/** What a person can do about a decision: decide it, or read why. Nobody lifts a floor. */
const More: FC<LiveProps & { made: Made }> = ({ frame, view, made: { record, answer } }) => (
  <>
    {view.waiting.some((held) => held.record.id === record.id) ? (
      <a href={pathOf(frame, `/desk?open=${encodeURIComponent(record.id)}#held`)}>Open</a>
    ) : (
      <a href={pathOf(frame, `/why/${encodeURIComponent(record.id)}`)}>Why</a>
    )}
    {answer === null ? null : <span class="meta">{` ${answer}`}</span>}
    {record.kind === 'refuse' ? <span class="meta"> Floor: cannot be lifted</span> : null}
  </>
)

/** The clock of today; of other days the date too. */
const clockOf = (at: string, now: string): string =>
  at.slice(0, 10) === now.slice(0, 10) ? at.slice(11, 19) : `${at.slice(0, 10)} ${at.slice(11, 16)}`

const KINDS = ['send', 'ask', 'hold', 'refuse', 'off'] as const

/**
 * How many decisions of each kind, in words; a kind that never came up is said to be none.
 *
 * @example
 * countsText({ send: 412, hold: 9 }) // => 'In all: 412 send, 0 ask, 9 hold, 0 refuse and 0 off. Times are UTC.'
 */
export const countsText = (counts: DeskView['counts']): string =>
  `In all: ${listed(KINDS.map((kind) => `${number(counts[kind] ?? 0)} ${kind}`))}. Times are UTC.`
