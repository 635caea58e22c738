import type { FC } from 'hono/jsx'
import { peopleOf, unansweredOf } from '../../charter/index.ts'
import { Page, pathOf } from '../page.tsx'
import { Tag } from '../parts/marks.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { Frame, RoundView } from '../views.ts'
import { counted } from '../words.ts'
import { MachineNote } from './charter/machine-note.tsx'
import { anchorOf } from './charter/words.ts'
import { discussed } from './round/clauses.ts'
import { CommentForm } from './round/comment-form.tsx'
import { ProposeForm } from './round/propose-form.tsx'
import { Remarks } from './round/remarks.tsx'
import { Terms } from './round/terms.tsx'

interface RoundProps {
  readonly frame: Frame
  readonly view: RoundView
}

/** The draft, clause by clause, with what people say about it and a place to say more. */
export const RoundPage: FC<RoundProps> = ({ frame, view }) => (
  <Page frame={frame} current="charter" title="The round" styles={['charter', 'ratify', 'round']}>
    <main id="main" class="wrap ratify round">
      {view.state.kind === 'none' ? (
        <NoRound frame={frame} because={view.state.because} />
      ) : (
        <OpenRound frame={frame} view={view} state={view.state} />
      )}
    </main>
  </Page>
)

const NoRound: FC<{ frame: Frame; because: string }> = ({ frame, because }) => (
  <div class="head">
    <p class="kicker">The round</p>
    <h1>No round is open</h1>
    <p class="lede">
      {`${because} While a round is open, everybody may comment on each clause of the draft and propose changes; each gets an answer with a reason.`}
    </p>
    <p class="row">
      <a class="btn primary" href={pathOf(frame, '/charter')}>
        Read the charter
      </a>
      <a class="btn" href={pathOf(frame, '/round/compare')}>
        What the last round changed
      </a>
    </p>
  </div>
)

type Open = Extract<RoundView['state'], { kind: 'open' }>

const OpenRound: FC<RoundProps & { state: Open }> = ({ frame, view, state: { round, hash, me } }) => {
  const waiting = unansweredOf(round).length
  return (
    <>
      {view.problem === null ? null : <ProblemBox>{view.problem}</ProblemBox>}
      <div class="head">
        <p class="kicker">
          <bdi>{round.draft.title}</bdi>
          {` · version ${round.draft.version} · a draft that people talk about`}
        </p>
        <h1>What should be different in this draft?</h1>
        <p class="lede">
          Say what is wrong with a clause, or propose a change, with your reason. Each proposed change is
          adopted, deferred or rejected, with a reason, before the vote.
        </p>
        <p class="meta" role="status">
          {`${view.did === 'said' ? 'Kept. ' : ''}${counted(peopleOf(round).size, 'person', 'people')} took part: ${counted(round.remarks.length, 'comment')}, ${counted(round.proposals.length, 'proposed change')}, ${waiting} without an answer.`}
        </p>
        <p class="row">
          <a class="btn primary" href={pathOf(frame, '/round/compare')}>
            Before and after
          </a>
          {frame.role === 'operator' ? (
            <a class="btn" href={pathOf(frame, '/round/answers')}>
              Answer what was proposed
            </a>
          ) : null}
        </p>
      </div>
      <Terms round={round} />
      <section aria-labelledby="h-clauses">
        <h2 id="h-clauses">Clause by clause</h2>
        {discussed(round.draft).map((clause) => {
          const anchor = anchorOf(clause.id ?? 'whole')
          const typed = view.typed?.clause === clause.id ? view.typed : null
          return (
            <article class="card clause" aria-labelledby={anchor}>
              <p class="row">
                <Tag kind={clause.tag.kind}>{clause.tag.label}</Tag>
                {clause.id === null ? null : <span class="id">{clause.id}</span>}
              </p>
              <h3 id={anchor} dir="auto">
                {clause.says}
              </h3>
              <MachineNote charter={round.draft} clause={clause.id} />
              <Remarks frame={frame} round={round} hash={hash} clause={clause.id} me={me} />
              <CommentForm frame={frame} hash={hash} clause={clause} typed={typed} />
              <ProposeForm frame={frame} hash={hash} clause={clause} typed={typed} />
            </article>
          )
        })}
      </section>
    </>
  )
}
