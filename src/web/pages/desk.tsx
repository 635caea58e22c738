import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { capital, spelled } from '../spelled.ts'
import type { DeskView, Frame } from '../views.ts'
import { Held } from './desk/held.tsx'
import { Live } from './desk/live.tsx'
import { Queue } from './desk/queue.tsx'
import { Switch } from './desk/switch.tsx'

interface DeskProps {
  readonly frame: Frame
  readonly view: DeskView
}

/** Where a person decides what cannot be undone. The switch is first. */
export const DeskPage: FC<DeskProps> = ({ frame, view }) => (
  <Page
    frame={frame}
    current="desk"
    title={view.problem === null ? 'Desk' : 'There is a problem · Desk'}
    styles={['desk']}
    scripts={['desk']}
  >
    <main id="main" class="wrap desk">
      <Switch frame={frame} view={view} />
      {view.problem === null ? null : <ProblemBox>{view.problem}</ProblemBox>}
      <div class="row apart title">
        <h1>{waitingText(view.waiting.length)}</h1>
        <p class="meta">
          If nobody decides in time, the action does <strong>not</strong> happen.
        </p>
      </div>
      {view.open === null ? (
        <p class="card">Held answers come here, the nearest deadline first. None waits at the moment.</p>
      ) : (
        <div class="two">
          <Queue frame={frame} view={view} />
          <Held frame={frame} held={view.open} at={view.at} draft={view.draft} />
        </div>
      )}
      <Live frame={frame} view={view} />
      <Audit frame={frame} view={view} />
    </main>
  </Page>
)

/**
 * @example
 * [waitingText(0), waitingText(1), waitingText(3)] // => ['Nothing waits', 'One answer waits for you', 'Three answers wait for you']
 */
export function waitingText(count: number): string {
  if (count === 0) return 'Nothing waits'
  return `${capital(spelled(count))} ${count === 1 ? 'answer waits' : 'answers wait'} for you`
}

const Audit: FC<DeskProps> = ({ frame, view }) => (
  <section aria-labelledby="audit">
    <h2 id="audit">Test it against the charter</h2>
    {view.charter === null ? (
      <p>No charter is in force, so there is nothing to test against.</p>
    ) : (
      <form class="row" method="post" action={pathOf(frame, '/audit')}>
        <button type="submit" class="btn">
          Run an audit
        </button>
        <span class="meta">
          Puts the trials of every clause to the model. It may take a while; whatever is found is{' '}
          <a href={pathOf(frame, '/findings')}>public</a>.
        </span>
      </form>
    )}
  </section>
)
