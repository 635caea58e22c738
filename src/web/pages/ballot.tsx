import type { FC } from 'hono/jsx'
import { ENOUGH_ANSWERS } from '../../map/index.ts'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { BallotView, Frame } from '../views.ts'
import { number } from '../words.ts'
import { LastAnswer } from './ballot/last-answer.tsx'
import { NextStatement } from './ballot/next-statement.tsx'

interface BallotProps {
  readonly frame: Frame
  readonly view: BallotView
}

/** One statement, three answers. Everything works without a script; the page weighs less than 30 kB with its styles. */
export const BallotPage: FC<BallotProps> = ({ frame, view }) => (
  <Page
    frame={frame}
    current="vote"
    title={view.problem === null ? 'Vote' : 'There is a problem · Vote'}
    styles={['ballot']}
    scripts={['ballot']}
  >
    <main id="main" class="ballot">
      {view.total === 0 ? null : <Progress answered={view.answered} total={view.total} />}
      {view.next === null ? (
        <NothingLeft frame={frame} view={view} />
      ) : (
        <NextStatement frame={frame} next={view.next} problem={view.problem} moved={view.notice !== null} />
      )}
      <LastAnswer frame={frame} last={view.last} notice={view.notice} />
      <Ways frame={frame} />
    </main>
  </Page>
)

const Progress: FC<{ answered: number; total: number }> = ({ answered, total }) => {
  const missing = Math.min(ENOUGH_ANSWERS, total) - answered
  return (
    <div class="progress">
      <label for="p">
        <strong>{`${number(answered)} of ${number(total)} answered.`}</strong>{' '}
        {missing > 0
          ? `${missing} more and you have a place on the map.`
          : 'You have a place on the map; each answer makes it surer.'}
      </label>
      <progress id="p" max={total} value={answered} />
    </div>
  )
}

const NothingLeft: FC<BallotProps> = ({ frame, view: { total, problem } }) => (
  <section class="card stack">
    {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
    {total === 0 ? (
      <>
        <h1>No statements yet</h1>
        <p>Nobody has said anything so far. You can be the first.</p>
        <a class="btn primary" href={pathOf(frame, '/say')}>
          Say something of your own
        </a>
      </>
    ) : (
      <>
        <h1>{`You have seen all ${number(total)}`}</h1>
        <p>When somebody says something else, it is shown here. Your answers stay as they are.</p>
        <a class="btn primary" href={pathOf(frame, '/map')}>
          See the map
        </a>
      </>
    )}
  </section>
)

const Ways: FC<{ frame: Frame }> = ({ frame }) => (
  <>
    <p class="row">
      <a class="btn plain" href={pathOf(frame, '/say')}>
        Say something of your own
      </a>
      <a class="btn plain" href={pathOf(frame, '/map')}>
        See the map so far
      </a>
    </p>
    <p class="meta">
      Stop whenever you like; your answers are kept. No name or email is asked. You can{' '}
      <a href={pathOf(frame, '/mine')}>read or erase everything</a> you gave.
    </p>
  </>
)
