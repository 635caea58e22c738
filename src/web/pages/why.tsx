import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { DecisionTag } from '../parts/decision-tag.tsx'
import { shortDigest } from '../parts/short-digest.ts'
import type { Frame, WhyView } from '../views.ts'
import { Chain } from './why/chain.tsx'
import { NotChecked } from './why/not-checked.tsx'
import { Settings } from './why/settings.tsx'
import { minuteOf, outcomeOf, outcomeText } from './why/told.ts'
import { WouldChange } from './why/would-change.tsx'

interface WhyProps {
  readonly frame: Frame
  readonly view: WhyView
}

/** The record of one decision, on a page of its own: what an appeal or an auditor can point to. */
export const WhyPage: FC<WhyProps> = ({ frame, view }) => (
  <Page frame={frame} current="chat" title={outcomeOf(view)} styles={['why']}>
    <main id="main" class="wrap decision">
      <div class="head">
        <p class="kicker">{`Decision of ${minuteOf(view.record.at)}`}</p>
        <h1>{outcomeOf(view)}</h1>
      </div>
      <WhyAside frame={frame} view={view} />
      <p>
        <a href={pathOf(frame, '/chat')}>Back to the chat</a>
      </p>
    </main>
  </Page>
)

/** Why one answer went out, or did not: written from the record, never by the model. */
export const WhyAside: FC<WhyProps> = ({ frame, view }) => (
  <aside class="card why" id="why" aria-labelledby="why-head">
    <div>
      <h2 id="why-head">Why this answer</h2>
      <p class="meta">Recorded before anything left. Not written by the model.</p>
      <p class="meta under">
        {'Under '}
        <a href={pathOf(frame, '/charter')}>
          <bdi dir="auto">{view.charter.title}</bdi>
          {`, version ${view.record.charterVersion}`}
        </a>
        {', hash '}
        <code>{shortDigest(view.record.charter)}</code>
      </p>
    </div>
    <p class="outcome">
      <DecisionTag record={view.record} /> <span>{outcomeText(view)}</span>
    </p>
    {view.record.kind === 'hold' ? <Waiting view={view} /> : null}
    <Chain frame={frame} view={view} />
    <Settings view={view} />
    <WouldChange view={view} />
    <NotChecked frame={frame} view={view} />
    <Appeal frame={frame} view={view} />
    <Proof view={view} />
  </aside>
)

/** For whom a held answer waits, or what that person said. */
const Waiting: FC<{ view: WhyView }> = ({ view: { answer, waits } }) =>
  answer === null ? (
    <p class="waits">
      {waits?.over ? (
        <>
          <strong>Nobody decided in time,</strong>
          {` which ended on ${minuteOf(waits.until)}. So it did not happen, and it will not.`}
        </>
      ) : (
        <>
          <strong>It waits for a person:</strong>
          {` an operator at the desk of this assembly. Nobody has decided so far.${waits === null ? '' : ` If nobody does before ${minuteOf(waits.until)}, it does not happen.`}`}
        </>
      )}
    </p>
  ) : (
    <div class="waits">
      <p>
        <strong>{answer.answer === 'approved' ? 'A person approved it' : 'A person said no'}</strong>
        {`, on ${minuteOf(answer.at)}. The reason:`}
      </p>
      <blockquote dir="auto">{`“${answer.reason}”`}</blockquote>
    </div>
  )

const Appeal: FC<WhyProps> = ({ frame, view: { record } }) => (
  <div class="stack">
    <h3>If this is wrong for you</h3>
    <p class="meta">
      {`Say so in the assembly, in one sentence. Others vote on it, and the charter can be changed. Name decision ${record.id} if you want this one looked at.`}
    </p>
    <p class="row">
      <a class="btn" href={pathOf(frame, '/say')}>
        Appeal: say it in the assembly
      </a>
      <a class="btn plain" href={pathOf(frame, '/charter')}>
        Read the charter
      </a>
    </p>
  </div>
)

/** What the record holds fast, so that anybody can compare. */
const Proof: FC<{ view: WhyView }> = ({ view: { record, charter } }) => (
  <details>
    <summary>The record itself</summary>
    <dl class="kv proof">
      <dt>Decision</dt>
      <dd>
        <code>{record.id}</code>
      </dd>
      <dt>At</dt>
      <dd>{minuteOf(record.at)}</dd>
      <dt>Because</dt>
      <dd>{record.because}</dd>
      <dt>Charter</dt>
      <dd>
        <bdi dir="auto">{charter.title}</bdi>
        {`, version ${record.charterVersion}`}
        <br />
        <code>{record.charter}</code>
      </dd>
      <dt>Model</dt>
      <dd>
        <bdi dir="auto">{record.model}</bdi>
        {record.scripted ? '. Scripted: people wrote its answers, and no AI was asked.' : ''}
      </dd>
      <dt>Request</dt>
      <dd>
        <code>{record.request}</code>
      </dd>
      <dt>Reply</dt>
      <dd>{record.reply === null ? 'The model was not asked.' : <code>{record.reply}</code>}</dd>
    </dl>
    <p class="meta">
      Request and reply stand here as salted digests, so that a text which is erased cannot be guessed from
      its digest.
    </p>
  </details>
)
