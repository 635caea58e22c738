import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { tongueOf } from '../parts/spoken.tsx'
import type { Frame, SayView } from '../views.ts'

interface SayProps {
  readonly frame: Frame
  readonly view: SayView
}

// As many as the server takes; the field itself cuts nothing off, so that nothing that was typed is lost.
const LONGEST = 140

/** Take one idea in the person's own words; what was already said alike comes first. */
export const SayPage: FC<SayProps> = ({ frame, view: { draft, similar, problem } }) => (
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
          {`At most ${LONGEST} characters. Say what it should do, not who is right. Leave out names.`}
        </p>
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
        <li {...tongueOf(statement)}>{statement.text}</li>
      ))}
    </ul>
    <p class="hint">If one of them says what you mean, wait until it is shown to you and agree with it.</p>
  </section>
)
