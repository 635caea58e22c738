import type { FC } from 'hono/jsx'

/** Marks of the three answers and of taking one back; a word always stands beside them. */

const Drawn: FC<{ d: string; flip?: string }> = ({ d, flip }) => (
  <svg class={flip} viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
)

export const Tick: FC = () => <Drawn d="M4.5 12.5 10 18 19.5 6.5" />
export const Dash: FC = () => <Drawn d="M5 12h14" />
export const Cross: FC = () => <Drawn d="m6 6 12 12M18 6 6 18" />
/** Turned around in right-to-left text: back is the other way there. */
export const Back: FC = () => <Drawn flip="flip" d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3" />
