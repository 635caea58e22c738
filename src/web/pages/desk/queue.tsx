import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { isUnknown } from '../../parts/decision-tag.tsx'
import type { DeskView, Frame, HeldView } from '../../views.ts'
import { number } from '../../words.ts'
import { excerptOf } from './excerpt.ts'

interface QueueProps {
  readonly frame: Frame
  readonly view: DeskView
}

/** What waits, the nearest deadline first. */
export const Queue: FC<QueueProps> = ({ frame, view }) => (
  <nav class="queue" aria-label="Held answers">
    <ol class="q">
      {byDeadline(view.waiting).map((held) => (
        <li>
          <a
            href={pathOf(frame, `/desk?open=${encodeURIComponent(held.record.id)}#held`)}
            aria-current={held.record.id === view.open?.record.id ? 'true' : undefined}
          >
            <span class="t" dir="auto">
              {titleOf(held)}
            </span>
            <span class="l">
              <span>{kindOf(held)}</span>
              <span class="num">{leftText(view.at, held.until)}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
    <p class="meta">Shortest time first.</p>
  </nav>
)

export const byDeadline = (waiting: readonly HeldView[]): readonly HeldView[] =>
  waiting.toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))

/** What would be done, else what was asked. */
export function titleOf({ toolCalls, request }: HeldView): string {
  if (toolCalls.length > 0) return toolCalls.map(({ name }) => name).join(', ')
  return request === null ? 'An answer whose words were erased' : `“${excerptOf(request)}”`
}

const kindOf = ({ toolCalls, record }: HeldView): string =>
  toolCalls.length > 0
    ? 'cannot be undone'
    : isUnknown(record)
      ? 'a check has no answer'
      : 'waits for a person'

/**
 * How long somebody may still decide.
 *
 * @example
 * leftText('2026-11-21T14:00:00Z', '2026-11-21T14:18:30Z') // => '18 min left'
 * leftText('2026-11-21T14:00:00Z', '2026-11-21T16:00:00Z') // => '2 h left'
 * leftText('2026-11-21T14:00:00Z', '2026-11-21T13:59:00Z') // => 'time is over'
 */
export function leftText(at: string, until: string): string {
  const minutes = Math.floor((Date.parse(until) - Date.parse(at)) / 60_000)
  if (minutes < 0) return 'time is over'
  if (minutes === 0) return 'under 1 min left'
  return minutes < 120 ? `${minutes} min left` : `${number(Math.floor(minutes / 60))} h left`
}
