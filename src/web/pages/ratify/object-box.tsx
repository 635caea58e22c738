import { type FC, useContext } from 'hono/jsx'
import type { ClauseId } from '../../../kernel/index.ts'
import { Written } from './written.ts'

/** As many characters as are kept of an objection. */
export const LONGEST_OBJECTION = 1000

/**
 * A place to write against a clause. Clause and words are sent side by side and belong together by their order, so
 * both are always sent, also when nothing was written.
 */
export const ObjectBox: FC<{ clause: ClauseId }> = ({ clause }) => {
  const written = useContext(Written).get(clause) ?? ''
  return (
    <details class="object" open={written !== ''}>
      <summary>{`Object to ${clause}`}</summary>
      <input type="hidden" name="clause" value={clause} />
      <label>
        {`What you say against ${clause}`}
        <textarea name="words" rows={3} maxlength={LONGEST_OBJECTION} dir="auto">
          {written}
        </textarea>
      </label>
    </details>
  )
}
