import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { shortDigest } from '../../parts/short-digest.ts'
import type { DeskView, Frame } from '../../views.ts'

interface SwitchProps {
  readonly frame: Frame
  readonly view: DeskView
}

/** The switch: off in one press that asks nothing, on with a reason and a second person. */
export const Switch: FC<SwitchProps> = ({ frame, view }) => (
  <section class={view.on ? 'status' : 'status is-off'} aria-label="The switch">
    <p class="on" role="status">
      <span class="lamp" aria-hidden="true" />
      <span>
        <strong>{view.on ? 'The assistant is on.' : 'The assistant is off. Nothing goes out.'}</strong>{' '}
        <span class="meta">{statusText(view)}</span>
      </span>
    </p>
    {view.on ? (
      <form method="post" action={pathOf(frame, '/off')}>
        <button type="submit" class="btn off">
          <Power />
          Switch everything off
        </button>
      </form>
    ) : (
      <SwitchOn frame={frame} askedBy={view.onAskedBy} />
    )}
  </section>
)

const statusText = ({ switchSays, charter, at }: DeskView): string =>
  [
    switchSays,
    charter === null
      ? 'no charter is in force, so nothing goes out'
      : `charter ${charter.version}, ${shortDigest(charter.hash)}`,
    `looked at ${at.slice(11, 19)} UTC`,
  ].join(' · ')

const SwitchOn: FC<{ frame: Frame; askedBy: string | null }> = ({ frame, askedBy }) => (
  <div class="again">
    {askedBy === null ? (
      <p>To switch it on, say why. Another operator must then confirm.</p>
    ) : (
      <p>
        <strong>
          <bdi dir="auto">{askedBy}</bdi> asked to switch it on.
        </strong>{' '}
        Another operator must confirm; whoever asked cannot.
      </p>
    )}
    <form class="again-form" method="post" action={pathOf(frame, '/on')}>
      <label for="on-reason">{askedBy === null ? 'Why switch it on' : 'Your reason (optional)'}</label>
      <input type="text" id="on-reason" name="reason" autocomplete="off" required={askedBy === null} />
      <button type="submit" class="btn">
        {askedBy === null ? 'Ask to switch it on' : 'Confirm: switch it on'}
      </button>
    </form>
    {askedBy === null ? null : (
      <form method="post" action={pathOf(frame, '/off')}>
        <button type="submit" class="btn">
          Keep it off
        </button>
      </form>
    )}
  </div>
)

const Power: FC = () => (
  <svg
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="2.4"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <path d="M12 3v9" />
    <path d="M6.6 7.2a8 8 0 1 0 10.8 0" />
  </svg>
)
