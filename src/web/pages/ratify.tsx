import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { Frame, RatifyView } from '../views.ts'

interface RatifyProps {
  readonly frame: Frame
  readonly view: RatifyView
}

/** The vote that puts a charter in force. */
export const RatifyPage: FC<RatifyProps> = ({ frame, view: { state, problem } }) => (
  <Page frame={frame} current="charter" title="Ratify">
    <main id="main" class="wrap">
      {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
      {state.kind === 'not-open' ? (
        <>
          <h1>No vote is open</h1>
          <p class="lede">{state.because}</p>
        </>
      ) : (
        <h1 dir="auto">{state.charter.title}</h1>
      )}
      {state.kind === 'open' ? (
        <form method="post" action={pathOf(frame, '/ratify')}>
          <input type="hidden" name="hash" value={state.hash} />
          <p class="row">
            {(['yes', 'no', 'abstain'] as const).map((says) => (
              <button type="submit" class="btn" name="says" value={says}>
                {says}
              </button>
            ))}
          </p>
        </form>
      ) : null}
    </main>
  </Page>
)
