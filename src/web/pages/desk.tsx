import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { Tag } from '../parts/marks.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { DeskView, Frame } from '../views.ts'

interface DeskProps {
  readonly frame: Frame
  readonly view: DeskView
}

/** Where a person decides what cannot be undone. The switch is first. */
export const DeskPage: FC<DeskProps> = ({ frame, view }) => (
  <Page frame={frame} current="desk" title="Desk" styles={['desk']}>
    <main id="main" class="wrap">
      <p>
        <strong>{view.on ? 'The assistant is on.' : 'The assistant is off.'}</strong> {view.switchSays}
      </p>
      {view.on ? (
        <form method="post" action={pathOf(frame, '/off')}>
          <button type="submit" class="btn stop">
            Switch everything off
          </button>
        </form>
      ) : (
        <form method="post" action={pathOf(frame, '/on')}>
          <label for="on-reason">Reason</label>
          <input type="text" id="on-reason" name="reason" />
          <button type="submit" class="btn">
            Switch on
          </button>
        </form>
      )}
      {view.problem === null ? null : <ProblemBox>{view.problem}</ProblemBox>}
      <h1>{view.waiting.length === 0 ? 'Nothing waits' : `${view.waiting.length} wait for you`}</h1>
      <ol>
        {view.waiting.map(({ record }) => (
          <li>
            <a href={pathOf(frame, `/desk?open=${record.id}`)}>{record.because}</a>
          </li>
        ))}
      </ol>
      {view.open === null ? null : (
        <form method="post" action={pathOf(frame, `/desk/${view.open.record.id}`)}>
          {view.open.toolCalls.map((call) => (
            <pre>{`${call.name}\n${call.arguments}`}</pre>
          ))}
          <p>{view.open.reply}</p>
          <code>{view.open.digest}</code>
          <label for="reason">Your reason</label>
          <textarea id="reason" name="reason" required />
          <button type="submit" class="btn" name="answer" value="approved">
            Approve this once
          </button>
          <button type="submit" class="btn" name="answer" value="denied">
            Deny
          </button>
        </form>
      )}
      <h2>Decisions as they are made</h2>
      <ul>
        {view.decisions.map(({ record, request }) => (
          <li>
            <Tag kind={record.kind}>{record.kind}</Tag> {request}{' '}
            <a href={pathOf(frame, `/why/${record.id}`)}>Why</a>
          </li>
        ))}
      </ul>
      <form method="post" action={pathOf(frame, '/audit')}>
        <button type="submit" class="btn">
          Run an audit
        </button>
      </form>
    </main>
  </Page>
)
