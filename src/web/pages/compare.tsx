import type { FC } from 'hono/jsx'
import type { CharterDiff } from '../../charter/index.ts'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { CompareView, Frame } from '../views.ts'
import { counted } from '../words.ts'
import { ChangeList } from './charter/changes.tsx'
import { RoundRecorded } from './charter/round-record.tsx'
import { versionPath } from './charter/standing.tsx'

interface CompareProps {
  readonly frame: Frame
  readonly view: CompareView
}

/** What a round changes in the draft, before and after, and what it leaves as it was. */
export const ComparePage: FC<CompareProps> = ({ frame, view: { state } }) => (
  <Page frame={frame} current="charter" title="Before and after" styles={['charter', 'ratify', 'round']}>
    <main id="main" class="wrap ratify round">
      {state.kind === 'none' ? (
        <div class="head">
          <p class="kicker">Before and after</p>
          <h1>Nothing to compare</h1>
          <p class="lede">No round was held on a draft of this assembly.</p>
        </div>
      ) : state.kind === 'open' ? (
        <Open frame={frame} state={state} />
      ) : (
        <Closed frame={frame} state={state} />
      )}
    </main>
  </Page>
)

type State<Kind extends CompareView['state']['kind']> = Extract<CompareView['state'], { kind: Kind }>

const Open: FC<{ frame: Frame; state: State<'open'> }> = ({ frame, state }) => (
  <>
    <div class="head">
      <p class="kicker">{`Version ${state.version} · the round is open`}</p>
      <h1>Before and after</h1>
      <p class="lede">
        This is what the draft becomes by the changes adopted so far. Everything else stays as it was.
      </p>
    </div>
    {state.problem === null ? null : <ProblemBox>{state.problem}</ProblemBox>}
    <Differences changes={state.changes} />
    <section class="banner stack" aria-labelledby="h-close">
      <h2 id="h-close">
        {state.unanswered === 0
          ? 'Every proposal has an answer'
          : `${counted(state.unanswered, 'proposal')} without an answer`}
      </h2>
      <p>
        {state.unanswered === 0
          ? 'The round can be closed. What was said and answered becomes part of the charter that people vote on.'
          : 'The draft goes to the vote when each is adopted, deferred or rejected, with a reason.'}
      </p>
      {frame.role === 'operator' && state.unanswered === 0 ? (
        <form method="post" action={pathOf(frame, '/round/close')}>
          <button type="submit" class="btn primary">
            Close the round
          </button>
        </form>
      ) : null}
      <p>
        <a href={pathOf(frame, '/round')}>To the draft, clause by clause</a>
      </p>
    </section>
  </>
)

const Closed: FC<{ frame: Frame; state: State<'closed'> }> = ({
  frame,
  state: { charter, hash, changes },
}) => (
  <>
    <div class="head">
      <p class="kicker">{`Version ${charter.version} · the round is closed`}</p>
      <h1>Before and after</h1>
      <p class="lede">What the round made of the draft, and what became of everything that was proposed.</p>
      <p class="row">
        <a class="btn primary" href={versionPath(frame, hash)}>
          Read the charter
        </a>
        <a class="btn" href={pathOf(frame, '/ratify')}>
          To the vote
        </a>
      </p>
    </div>
    {changes === null ? <p>The draft it came from is not at hand.</p> : <Differences changes={changes} />}
    <RoundRecorded charter={charter} at={versionPath(frame, hash)} />
  </>
)

const Differences: FC<{ changes: CharterDiff }> = ({ changes }) => (
  <section aria-labelledby="h-changes">
    <h2 id="h-changes">What changes</h2>
    {changes.changes.length === 0 ? (
      <p>Nothing changes so far.</p>
    ) : (
      <ChangeList changes={changes.changes} unfolded />
    )}
  </section>
)
