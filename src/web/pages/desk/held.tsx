import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { DecisionTag } from '../../parts/decision-tag.tsx'
import { withoutStop } from '../../parts/spoken.tsx'
import type { Frame, HeldView } from '../../views.ts'
import { minuteOf } from '../why/told.ts'
import { Checks } from './checks.tsx'
import { ExactCall, ExactWords } from './exact.tsx'
import { leftText, titleOf } from './queue.tsx'

interface HeldProps {
  readonly frame: Frame
  readonly held: HeldView
  readonly at: string
  /** The reason that was typed before. */
  readonly draft: string
}

/** One held answer: the exact call, what was looked at, what either answer leads to, and the two answers. */
export const Held: FC<HeldProps> = ({ frame, held, at, draft }) => {
  const { record, request, toolCalls } = held
  return (
    <article class="card held" id="held" aria-labelledby="held-head">
      <div class="stack">
        <p class="row">
          <DecisionTag record={record} />
          <span class="meta">
            {`Because ${withoutStop(record.because)} · held at ${minuteOf(held.at)} · ${leftText(at, held.until)}`}
          </span>
        </p>
        <h2 id="held-head" dir="auto">
          {titleOf(held)}
        </h2>
        <Said label="The person asked:" words={request} />
        {toolCalls.length === 0 ? null : (
          <>
            <Said label="The model says with it:" words={held.reply} />
            <p>
              <strong>Those words are the model’s; the box below is what will run.</strong>
            </p>
          </>
        )}
      </div>
      {toolCalls.length > 0 ? <ExactCall held={held} /> : <ExactWords held={held} />}
      <div class="grid2">
        <Affected held={held} />
        <Checks frame={frame} record={record} />
        <Consequences held={held} />
      </div>
      <Decide frame={frame} held={held} draft={draft} />
    </article>
  )
}

const Said: FC<{ label: string; words: string | null }> = ({ label, words }) =>
  words === null ? (
    <p>{`${label} the words were erased.`}</p>
  ) : (
    <div>
      <p class="meta">{label}</p>
      <blockquote class="said" dir="auto">
        {words}
      </blockquote>
    </div>
  )

const Affected: FC<{ held: HeldView }> = ({ held: { toolCalls } }) => (
  <div>
    <h3>Who is affected</h3>
    <ul>
      <li>The person who asked.</li>
      <li class="unknown-line">
        <span class="tag unknown">unknown</span>{' '}
        {toolCalls.length > 0
          ? 'who else: nobody worked it out. Whomever the call names, or leaves out, may be.'
          : 'who else: nobody worked it out. Whomever the words are about may be.'}
      </li>
    </ul>
  </div>
)

const Consequences: FC<{ held: HeldView }> = ({ held: { toolCalls } }) => (
  <>
    <div>
      <h3>If you approve</h3>
      <p>
        {toolCalls.length > 0
          ? `${toolCalls.length === 1 ? 'This call goes' : 'All of these calls go'} through when asked for again, once. There may be no way back.`
          : 'Exactly these words go out, once, and not while the switch is off.'}
      </p>
    </div>
    <div>
      <h3>If you deny</h3>
      <p>It does not happen. The person can read that a person said no, your reason, and how to appeal.</p>
    </div>
  </>
)

/** Both answers weigh the same, and both need a reason. */
const Decide: FC<Omit<HeldProps, 'at'>> = ({ frame, held: { record }, draft }) => (
  <form
    class="decide"
    method="post"
    action={pathOf(frame, `/desk/${encodeURIComponent(record.id)}`)}
    aria-label="Decide"
  >
    <div>
      <label for="reason">Your reason</label>{' '}
      <span class="hint" id="reason-hint">
        Goes in the record, whichever you choose. The person can read it.
      </span>
      <textarea id="reason" name="reason" rows={2} required dir="auto" aria-describedby="reason-hint">
        {draft}
      </textarea>
    </div>
    <p class="pair">
      <button type="submit" class="btn" name="answer" value="approved">
        Approve this once
      </button>
      <button type="submit" class="btn" name="answer" value="denied">
        Deny
      </button>
    </p>
    <p class="meta">
      Neither is preset. A call with any other argument is held anew. The first answer stands.
    </p>
  </form>
)
