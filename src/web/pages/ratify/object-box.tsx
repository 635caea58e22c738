import { type FC, useContext } from 'hono/jsx'
import type { ClauseId } from '../../../kernel/index.ts'
import { Written } from './written.ts'

/** As many characters as are kept of an objection. */
export const LONGEST_OBJECTION = 1000

/** The name of the field that holds what is said against a clause, or against the whole. */
export const objectionTo = (clause: ClauseId | null): string => `against:${clause ?? ''}`

/** A place to write against a clause. */
export const ObjectBox: FC<{ clause: ClauseId }> = ({ clause }) => {
  const written = useContext(Written).get(clause) ?? ''
  return (
    <details class="object" open={written !== ''}>
      <summary>{`Object to ${clause}`}</summary>
      <label>
        {`What you say against ${clause}`}
        <textarea name={objectionTo(clause)} rows={3} maxlength={LONGEST_OBJECTION} dir="auto">
          {written}
        </textarea>
      </label>
    </details>
  )
}
