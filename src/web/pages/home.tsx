import type { FC } from 'hono/jsx'
import { day } from '../dates.ts'
import { Page, pathOf } from '../page.tsx'
import { Tag } from '../parts/marks.tsx'
import type { Frame, HomeView } from '../views.ts'
import { counted } from '../words.ts'
import { NotPromised, Promised } from './home/promises.tsx'

interface HomeProps {
  readonly frame: Frame
  readonly view: HomeView
}

/** Start: what is asked and by whom, what happens to answers, what is promised and what is not. */
export const HomePage: FC<HomeProps> = ({ frame, view }) => (
  <Page frame={frame} current="home" title="Start" styles={['home']}>
    <main id="main" class="wrap start">
      <div class="head">
        <p class="kicker">{heard(view.counts)}</p>
        <h1 dir="auto">{frame.assembly.question}</h1>
        {frame.assembly.description === '' ? (
          <p class="lede">Nobody wrote down who asks this, or what for. Ask whoever gave you the link.</p>
        ) : (
          <p class="lede" dir="auto">
            {frame.assembly.description}
          </p>
        )}
        <p class="row">
          <a class="btn primary" href={pathOf(frame, '/vote')}>
            {view.answered === 0 ? 'Begin' : 'Go on'}
          </a>
          <span class="meta">
            {view.answered === 0 ? TIME : `You have answered ${view.answered} so far.`}
          </span>
        </p>
      </div>
      <Standing frame={frame} view={view} />
      <Answers frame={frame} />
      <Promised frame={frame} />
      <NotPromised />
    </main>
  </Page>
)

// Reading one statement and pressing one button takes about twelve seconds.
const TIME = 'Twenty statements take about four minutes; one is enough. No name or email is asked.'

const heard = ({ participants, statements, votes }: HomeView['counts']): string =>
  participants === 0
    ? 'Nobody has answered yet'
    : `${counted(participants, 'person', 'people')} · ${counted(statements, 'statement')} · ${counted(votes, 'answer')}`

/** Whether a charter is in force, and whether one is being voted on. */
const Standing: FC<HomeProps> = ({ frame, view: { charter, ratifying, talking } }) => (
  <section class="card standing" aria-labelledby="standing">
    <h2 id="standing">What is in force</h2>
    {charter === null ? (
      <p>
        <Tag kind="unknown">nothing</Tag>{' '}
        <span>No charter is in force. Until one is, this assembly binds no assistant.</span>
      </p>
    ) : (
      <p>
        <Tag kind="kept">in force</Tag>{' '}
        <span>
          <a href={pathOf(frame, '/charter')} dir="auto">
            {charter.title}
          </a>
          , version {charter.version}, since {day(charter.since)}.{' '}
          <a href={pathOf(frame, '/chat')}>Talk to the assistant</a> that is bound by it.
        </span>
      </p>
    )}
    {talking === null ? null : (
      <p>
        <Tag kind="ask">being talked about</Tag>{' '}
        <span>
          Version {talking.version} is a draft: nothing in it is settled.{' '}
          <a href={pathOf(frame, '/round')}>Say what should be different</a>.
        </span>
      </p>
    )}
    {ratifying === null ? null : (
      <p>
        <Tag kind="ask">being voted on</Tag>{' '}
        <span>
          Version {ratifying.version} waits for your yes or no.{' '}
          <a href={pathOf(frame, '/ratify')}>Read it and vote</a>.
        </span>
      </p>
    )}
  </section>
)

const Answers: FC<{ frame: Frame }> = ({ frame }) => (
  <section aria-labelledby="answers">
    <h2 id="answers">What happens to your answers</h2>
    <ol class="steps">
      <li>You agree, disagree or pass. A statement that you did not see is never counted as disagreement.</li>
      <li>
        Your answers are compared with those of others: <a href={pathOf(frame, '/map')}>who answers alike</a>,
        and <a href={pathOf(frame, '/conflicts')}>where values collide</a>.
      </li>
      <li>
        <a href={pathOf(frame, '/negotiate')}>Several fair rules</a> propose terms, side by side. People draft
        a charter from them; it says who gains, who bears the cost, and who dissents.
      </li>
      <li>
        You vote on the charter. If it is ratified, the assistant is held to it, and everybody can read
        whether it keeps it.
      </li>
    </ol>
    <p class="meta">
      To stop, close this page. What you gave stays until you <a href={pathOf(frame, '/mine')}>erase it</a>.
    </p>
  </section>
)
