import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import type { ChatView, Frame } from '../../views.ts'

interface TriesProps {
  readonly frame: Frame
  readonly tries: ChatView['tries']
}

/** Things to say, each one press, so that a visitor sees an answer sent, held and not sent. */
export const Tries: FC<TriesProps> = ({ frame, tries }) =>
  tries.length === 0 ? null : (
    <section class="tries" aria-labelledby="tries">
      <h2 id="tries">Try one of these</h2>
      <ul>
        {tries.map(({ label, text }, at) => (
          <li>
            <form method="post" action={pathOf(frame, '/chat')}>
              <button type="submit" class="btn" name="message" value={text} aria-describedby={`try-${at}`}>
                {label}
              </button>
              <q id={`try-${at}`} class="meta" dir="auto">
                {text}
              </q>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
