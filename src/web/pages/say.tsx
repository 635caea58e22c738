import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { Said } from '../parts/spoken.tsx'
import type { Frame, SayView } from '../views.ts'

interface SayProps {
  readonly frame: Frame
  readonly view: SayView
}

/** Take one idea in the person's own words; what was already said alike comes first. */
export const SayPage: FC<SayProps> = ({ frame, view: { draft, longest, similar, problem, waiting } }) => (
  <Page
    frame={frame}
    current="vote"
    title={problem === null ? 'Say something' : 'There is a problem · Say something'}
    styles={['say']}
  >
    <main id="main" class="saying">
      <div class="stack">
        <h1>Say something of your own</h1>
        <p class="lede">One idea that others can agree or disagree with, in your own words.</p>
      </div>
      <form class="card stack" method="post" action={pathOf(frame, '/say')}>
        {problem === null ? null : (
          <div id="problem">
            <ProblemBox>{problem}</ProblemBox>
          </div>
        )}
        <label for="text">Your statement</label>
        <p id="hint" class="hint">
          {`At most ${longest} characters. Say what it should do, not who is right. Leave out names.`}
        </p>
        {/* The field cuts nothing off, so that nothing that was typed is lost. */}
        <textarea
          id="text"
          name="text"
          rows={3}
          dir="auto"
          required
          aria-invalid={problem === null ? undefined : 'true'}
          aria-describedby={problem === null ? 'hint' : 'problem hint'}
        >
          {draft}
        </textarea>
        {similar.length === 0 ? null : <Similar similar={similar} />}
        <p class="row">
          <button type="submit" class="btn primary">
            {similar.length === 0 ? 'Send it' : 'Send mine all the same'}
          </button>
          <a class="btn plain" href={pathOf(frame, '/vote')}>
            Back to the statements
          </a>
        </p>
      </form>
      <p class="meta">A person reads it before others see it. It is shown without your name.</p>
      {frame.role === 'operator' ? <Waiting frame={frame} waiting={waiting} /> : null}
    </main>
  </Page>
)

/** Sent along, so that the second time it is not asked again. */
const Similar: FC<{ similar: SayView['similar'] }> = ({ similar }) => (
  <section class="similar" aria-labelledby="similar">
    <input type="hidden" name="sure" value="yes" />
    <h2 id="similar">Others said something like it</h2>
    <ul>
      {similar.map((statement) => (
        <li>
          <Said statement={statement} />
        </li>
      ))}
    </ul>
    <p class="hint">If one of them says what you mean, wait until it is shown to you and agree with it.</p>
  </section>
)

/** For operators: what nobody has read yet. */
const Waiting: FC<{ frame: Frame; waiting: SayView['waiting'] }> = ({ frame, waiting }) => (
  <section class="stack" aria-labelledby="waiting">
    <h2 id="waiting">
      {waiting.length === 0 ? 'No statement waits for you' : 'These wait for you to read them'}
    </h2>
    {waiting.map((statement) => (
      <form class="card stack" method="post" action={pathOf(frame, '/moderate')}>
        <p>
          <Said statement={statement} />
        </p>
        <input type="hidden" name="statement" value={statement.id} />
        <p class="row">
          <button type="submit" class="btn" name="moderation" value="shown">
            Show it
          </button>
          <button type="submit" class="btn" name="moderation" value="removed">
            Remove it
          </button>
        </p>
      </form>
    ))}
  </section>
)
