import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { Frame, RatifyView } from '../views.ts'
import { ClosedVote } from './ratify/closed.tsx'
import { OpenVote } from './ratify/open.tsx'

interface RatifyProps {
  readonly frame: Frame
  readonly view: RatifyView
}

/** The vote that puts a charter in force: yes or no, clause by clause, with what each costs and who said no. */
export const RatifyPage: FC<RatifyProps> = ({ frame, view: { state, problem } }) => (
  <Page frame={frame} current="charter" title="Ratify" styles={['charter', 'ratify']}>
    <main id="main" class="wrap ratify">
      {state.kind === 'not-open' ? (
        <NotOpen frame={frame} because={state.because} problem={problem} />
      ) : state.kind === 'open' ? (
        <OpenVote frame={frame} state={state} problem={problem} />
      ) : (
        <ClosedVote frame={frame} state={state} problem={problem} />
      )}
    </main>
  </Page>
)

const NotOpen: FC<{ frame: Frame; because: string; problem: string | null }> = ({
  frame,
  because,
  problem,
}) => (
  <div class="head">
    <p class="kicker">Ratify</p>
    {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
    <h1>No vote is open</h1>
    <p class="lede">
      {because} When a draft is put to the vote, you say yes or no to it here, and may object to each clause.
    </p>
    <p class="row">
      <a class="btn primary" href={pathOf(frame, '/charter')}>
        Read the charter
      </a>
    </p>
  </div>
)
