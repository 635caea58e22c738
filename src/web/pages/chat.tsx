import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { Tag } from '../parts/marks.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { ChatView, Frame } from '../views.ts'
import { WhyAside } from './why.tsx'

interface ChatProps {
  readonly frame: Frame
  readonly view: ChatView
}

/** Talking to the assistant, with the explanation of each answer beside it. */
export const ChatPage: FC<ChatProps> = ({ frame, view }) => (
  <Page frame={frame} current="chat" title="Chat" styles={['chat', 'why']}>
    <main id="main" class="wrap">
      <h1 class="sr">Chat with the assistant</h1>
      {view.model.scripted ? <p>No model is set: these answers are scripted.</p> : null}
      {view.switchedOff === null ? null : <p role="alert">{view.switchedOff}</p>}
      {view.problem === null ? null : <ProblemBox>{view.problem}</ProblemBox>}
      {view.turns.map(({ by, text, decision }) => (
        <div class="turn">
          <p class="by">{by === 'person' ? 'You' : 'Assistant · a machine'}</p>
          <p dir="auto">{text}</p>
          {by === 'person' ? null : decision === null ? (
            <p>This answer left no record. That is a fault; report it.</p>
          ) : (
            <p>
              <Tag kind={decision.kind}>{decision.kind}</Tag>{' '}
              <a href={pathOf(frame, `/chat?why=${decision.id}#why`)}>Why this answer</a>
            </p>
          )}
        </div>
      ))}
      <form method="post" action={pathOf(frame, '/chat')}>
        <label for="message">Your message</label>
        <input type="text" id="message" name="message" />
        <button type="submit" class="btn primary">
          Send
        </button>
      </form>
      {view.tries.map(({ label, text }) => (
        <form method="post" action={pathOf(frame, '/chat')}>
          <button type="submit" class="btn" name="message" value={text}>
            {label}
          </button>
        </form>
      ))}
      <form method="post" action={pathOf(frame, '/chat/stop')}>
        <button type="submit" class="btn stop">
          Stop the assistant
        </button>
      </form>
      {view.why === null ? null : <WhyAside frame={frame} view={view.why} />}
      <section id="dials">
        <h2>Your dials</h2>
        <form method="post" action={pathOf(frame, '/dials')}>
          {[...view.dials].map(([clause, value]) => (
            <label>
              {clause} <input type="range" name={clause} min="0" max="4" value={String(value)} />
            </label>
          ))}
          <button type="submit" class="btn">
            Save my dials
          </button>
        </form>
      </section>
    </main>
  </Page>
)
