import type { FC } from 'hono/jsx'
import type { Charter } from '../../charter/index.ts'
import { Page, pathOf } from '../page.tsx'
import { UnknownBox } from '../parts/marks.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { ChatView, Frame } from '../views.ts'
import { Dials } from './chat/dials.tsx'
import { Tries } from './chat/tries.tsx'
import { Turn } from './chat/turn.tsx'
import { WhyAside } from './why.tsx'

interface ChatProps {
  readonly frame: Frame
  readonly view: ChatView
}

/** Talking to the assistant, with the explanation of each answer beside it and one’s own dials beneath. */
export const ChatPage: FC<ChatProps> = ({ frame, view }) => (
  <Page
    frame={frame}
    current="chat"
    title={view.problem === null ? 'Chat' : 'There is a problem · Chat'}
    styles={['chat', 'why']}
  >
    <main id="main" class="wrap">
      {view.charter === null ? (
        <NobodyToTalkTo frame={frame} />
      ) : (
        <Talk frame={frame} view={view} charter={view.charter} />
      )}
    </main>
  </Page>
)

const NobodyToTalkTo: FC<{ frame: Frame }> = ({ frame }) => (
  <>
    <div class="head">
      <h1>There is nobody to talk to yet</h1>
      <p class="lede">
        No charter is in force, and without one nothing is sent: there would be nothing to hold it to.
      </p>
    </div>
    <p class="row">
      <a class="btn primary" href={pathOf(frame, '/charter')}>
        See where the charter stands
      </a>
    </p>
  </>
)

const Talk: FC<ChatProps & { charter: Charter }> = ({ frame, view, charter }) => (
  <>
    <h1 class="sr">Chat with the assistant</h1>
    <Labels frame={frame} view={view} charter={charter} />
    <div class="two">
      <div class="chat">
        <section class="log" role="log" aria-label="Conversation" tabindex={0}>
          {view.turns.length === 0 ? (
            <p class="meta">Nothing was said yet. Write something, or try one of the examples.</p>
          ) : null}
          {view.turns.map((turn) => (
            <Turn frame={frame} turn={turn} explained={view.why?.record.id ?? null} />
          ))}
        </section>
        <Ask frame={frame} problem={view.problem} />
        <Tries frame={frame} tries={view.tries} />
        <Stop frame={frame} />
      </div>
      {view.why === null ? (
        <NothingToExplain turns={view.turns} />
      ) : (
        <WhyAside frame={frame} view={view.why} />
      )}
    </div>
    <Dials frame={frame} charter={charter} settings={view.dials} lastWords={lastWordsIn(view.turns)} />
  </>
)

/** Who speaks here, under what, and whether it is on. */
const Labels: FC<ChatProps & { charter: Charter }> = ({ frame, view, charter }) => (
  <div class="labels">
    {view.switchedOff === null ? null : (
      <div class="switched-off" role="alert">
        <p>
          <strong>The assistant is switched off.</strong> Nothing goes out while it is.
        </p>
        <p class="meta">{view.switchedOff}</p>
      </div>
    )}
    {view.model.scripted ? (
      <p class="scripted">
        <strong>No model is set: these answers are scripted.</strong> People wrote them beforehand, and no AI
        is asked. What is decided about them is not scripted: every answer goes through the same checks and
        leaves the same record.
      </p>
    ) : null}
    <p class="meta">
      {view.model.scripted ? null : (
        <>
          A machine answers: <bdi dir="auto">{view.model.name}</bdi>.{' '}
        </>
      )}
      Every answer is checked against{' '}
      <a href={pathOf(frame, '/charter')}>
        <bdi dir="auto">{charter.title}</bdi>
        {`, version ${charter.version}`}
      </a>
      .
    </p>
  </div>
)

/** How many characters of one message are taken. */
export const LONGEST_MESSAGE = 4000

const Ask: FC<{ frame: Frame; problem: string | null }> = ({ frame, problem }) => (
  <>
    {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
    <form class="ask" method="post" action={pathOf(frame, '/chat')}>
      <label class="sr" for="message">
        Your message
      </label>
      <input
        type="text"
        id="message"
        name="message"
        placeholder="Write here"
        autocomplete="off"
        maxlength={LONGEST_MESSAGE}
        required
        dir="auto"
      />
      <button type="submit" class="btn primary">
        Send
      </button>
    </form>
  </>
)

const Stop: FC<{ frame: Frame }> = ({ frame }) => (
  <form class="row" method="post" action={pathOf(frame, '/chat/stop')}>
    <button type="submit" class="btn stop">
      End this talk
    </button>
    <span class="meta">
      Nobody is answered any more, and this page forgets the talk. What was decided stays on record, and its
      words until you erase them. <a href={pathOf(frame, '/mine')}>Read or erase what you gave</a>.
    </span>
  </form>
)

const NothingToExplain: FC<{ turns: ChatView['turns'] }> = ({ turns }) => (
  <aside class="card why" id="why" aria-labelledby="why-head">
    <h2 id="why-head">Why this answer</h2>
    {turns.length === 0 ? (
      <p>
        When an answer comes, this says why it was sent, held or not sent: which clauses it rests on, who
        gains by them and who bears them, and what was not checked.
      </p>
    ) : turns.at(-1)?.by === 'trouble' ? (
      <UnknownBox title="No answer came">
        <p>So there is nothing to explain. What went wrong stands in the conversation.</p>
      </UnknownBox>
    ) : turns.at(-1)?.decision === null ? (
      <UnknownBox title="No record">
        <p>This answer left no record. That is a fault; report it.</p>
      </UnknownBox>
    ) : (
      <UnknownBox title="Not here">
        <p>There is no such decision, or it is about somebody else. Each answer leads to its own.</p>
      </UnknownBox>
    )}
  </aside>
)

const lastWordsIn = (turns: ChatView['turns']): string | null =>
  turns.findLast(({ by }) => by === 'person')?.text ?? null
