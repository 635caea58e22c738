import type { Child, FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { Tag } from '../../parts/marks.tsx'
import type { CharterView, Frame } from '../../views.ts'
import { counted } from '../../words.ts'

interface StandingProps {
  readonly frame: Frame
  readonly view: CharterView
  /** The version in force, where this one was replaced. */
  readonly replacedBy: CharterView['versions'][number] | null
}

/** What binds and what does not: a draft, an open vote and a failed check are said before anything else. */
export const Standing: FC<StandingProps> = ({ frame, view, replacedBy }) => {
  const errors = view.problems.filter(({ severity }) => severity === 'error')
  return (
    <>
      {errors.length === 0 ? null : <Failed view={view} errors={errors} />}
      {view.status === 'draft' ? (
        <DraftStanding frame={frame} view={view} failed={errors.length > 0} />
      ) : null}
      {view.status === 'voting' ? (
        <Banner tag={<Tag kind="ask">being voted on</Tag>} title="The vote is open: it binds nobody yet">
          <p>
            <a href={pathOf(frame, '/ratify')}>Read it clause by clause and vote</a>. Nothing in it changes
            while the vote is open.
          </p>
          {frame.role === 'operator' ? (
            <Press action={pathOf(frame, '/charter/close')} hash={view.hash} says="Close the vote and count">
              The count follows the plan that was fixed before. It cannot be opened again.
            </Press>
          ) : null}
        </Banner>
      ) : null}
      {view.status === 'rejected' ? (
        <Banner tag={<Tag kind="broken">rejected</Tag>} title="Rejected: it binds nobody">
          <p>The vote did not put it in force. What was said against it is below.</p>
        </Banner>
      ) : null}
      {view.status === 'quorum-not-met' ? (
        <Banner tag={<Tag kind="unknown">too few voted</Tag>} title="Too few voted: it binds nobody">
          <p>That is neither a yes nor a no. Silence is not agreement.</p>
        </Banner>
      ) : null}
      {replacedBy === null ? null : (
        <Banner tag={<Tag kind="hold">replaced</Tag>} title="Replaced: this version does not bind any more">
          <p>
            <a href={versionPath(frame, replacedBy.hash)}>{`Version ${replacedBy.version}`}</a> is in force.
          </p>
        </Banner>
      )}
      <Notes problems={view.problems} />
    </>
  )
}

interface DraftProps extends Pick<StandingProps, 'frame' | 'view'> {
  readonly failed: boolean
}

const DraftStanding: FC<DraftProps> = ({ frame, view: { round, hash }, failed }) => {
  if (round.kind === 'amended')
    return (
      <Banner tag={<Tag kind="hold">amended</Tag>} title="A draft that a round amended: it binds nobody">
        <p>
          <a href={versionPath(frame, round.by.hash)}>{`Version ${round.by.version}`}</a> took its place.{' '}
          <a href={pathOf(frame, '/round/compare')}>Before and after</a>.
        </p>
      </Banner>
    )
  if (round.kind === 'open')
    return (
      <Banner
        tag={<Tag kind="ask">being talked about</Tag>}
        title="A draft, and its round is open: it binds nobody"
      >
        <p>
          <a href={pathOf(frame, '/round')}>Comment on a clause, or propose a change</a>. Each proposed change
          gets an answer with a reason before the vote.
        </p>
      </Banner>
    )
  return (
    <Banner tag={<Tag kind="hold">draft</Tag>} title="A draft: it binds nobody">
      <p>
        {failed
          ? 'It cannot be put to the vote before the failed checks are mended.'
          : 'It passes its checks. It comes into force only by a vote of the people who took part.'}
      </p>
      {frame.role !== 'operator' || failed ? null : (
        <>
          {round.kind === 'none' ? (
            <Press action={pathOf(frame, '/round/open')} hash={hash} says="Open a round on this draft">
              People then comment on it and propose changes. From then on its rule, seats, thresholds and the
              plan of the vote are fixed.
            </Press>
          ) : null}
          <Press action={pathOf(frame, '/charter/open')} hash={hash} says="Open the vote on this draft">
            From then on its words are fixed, and so is who may vote: everybody who took part until then.
          </Press>
        </>
      )}
    </Banner>
  )
}

/** Where a version of the charter is read. */
export const versionPath = (frame: Frame, hash: string): string =>
  pathOf(frame, `/charter?version=${encodeURIComponent(hash)}`)

const Banner: FC<{ tag: Child; title: string; children?: Child }> = ({ tag, title, children }) => (
  <section class="banner stack" aria-labelledby="standing">
    <p>{tag}</p>
    <h2 id="standing">{title}</h2>
    {children}
  </section>
)

type Problems = CharterView['problems']

const Failed: FC<{ view: CharterView; errors: Problems }> = ({ view: { status }, errors }) => (
  <section class="problem failed" aria-labelledby="failed">
    <h2 id="failed">{`There is a problem: ${counted(errors.length, 'check')} failed`}</h2>
    <p>
      {status === 'draft'
        ? 'This draft cannot be ratified as it stands. What to do:'
        : 'This charter does not hold together as it stands. What is wrong:'}
    </p>
    <ProblemList problems={errors} />
  </section>
)

const Notes: FC<{ problems: Problems }> = ({ problems }) => {
  const notes = problems.filter(({ severity }) => severity === 'note')
  return notes.length === 0 ? null : (
    <details class="notes">
      <summary>{`${counted(notes.length, 'thing')} to know when you read it`}</summary>
      <ProblemList problems={notes} />
    </details>
  )
}

const ProblemList: FC<{ problems: Problems }> = ({ problems }) => (
  <ul class="problems">
    {problems.map(({ path, says }) => (
      <li>
        <span dir="auto">{says}</span> <code>{path}</code>
      </li>
    ))}
  </ul>
)

interface PressProps {
  readonly action: string
  readonly hash: string
  readonly says: string
  /** What pressing it does. */
  readonly children?: Child
}

const Press: FC<PressProps> = ({ action, hash, says, children }) => (
  <form class="stack" method="post" action={action}>
    <input type="hidden" name="hash" value={hash} />
    <p class="meta">{children}</p>
    <button type="submit" class="btn primary">
      {says}
    </button>
  </form>
)
