import type { FC } from 'hono/jsx'
import type { ClauseId } from '../../../kernel/index.ts'

/** As many characters as are kept of an objection. */
export const LONGEST_OBJECTION = 1000

/**
 * A place to write against a clause. Clause and words are sent side by side and belong together by their order, so
 * both are always sent, also when nothing was written.
 */
export const ObjectBox: FC<{ clause: ClauseId }> = ({ clause }) => (
  <details class="object">
    <summary>{`Object to ${clause}`}</summary>
    <input type="hidden" name="clause" value={clause} />
    <label>
      {`What you say against ${clause}`}
      <textarea name="words" rows={3} maxlength={LONGEST_OBJECTION} dir="auto" />
    </label>
  </details>
)
