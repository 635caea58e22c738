import type { FC } from 'hono/jsx'
import { LONGEST_REMARK } from '../../../charter/index.ts'
import { pathOf } from '../../page.tsx'
import type { Frame, TypedInRound } from '../../views.ts'
import type { Discussed } from './clauses.ts'

export interface FormProps {
  readonly frame: Frame
  readonly hash: string
  readonly clause: Discussed
  /** What was typed when this form was refused; null: nothing was. */
  readonly typed: TypedInRound | null
}

/** A place to comment on a clause or to object to it, with a reason. */
export const CommentForm: FC<FormProps> = ({ frame, hash, clause: { id }, typed }) => {
  const was = typed?.form === 'comment' ? typed.fields : null
  return (
    <details class="object" open={was !== null}>
      <summary>{`Comment on ${id ?? 'the whole'}, or object`}</summary>
      <form class="stack" method="post" action={pathOf(frame, '/round/comment')}>
        <Hidden hash={hash} clause={id} />
        <fieldset>
          <legend>What is it?</legend>
          <div class="seg">
            {STANCES.map(([stance, label]) => (
              <label>
                <input type="radio" name="stance" value={stance} checked={was?.stance === stance} required />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="meta">An objection stands in the charter, in your words, unless you take it back.</p>
        <Words name="words" label="What you say" value={was?.words} />
        <Words name="because" label="Why" value={was?.because} />
        <p>
          <button type="submit" class="btn primary">
            Say it
          </button>
        </p>
      </form>
    </details>
  )
}

const STANCES = [
  ['comments', 'A comment'],
  ['objects', 'An objection'],
] as const

/** Which draft a form is about, and which clause of it. */
export const Hidden: FC<{ hash: string; clause: string | null }> = ({ hash, clause }) => (
  <>
    <input type="hidden" name="draft" value={hash} />
    <input type="hidden" name="clause" value={clause ?? ''} />
  </>
)

interface WordsProps {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  /** Whether the form is sent without it. */
  readonly mayBeEmpty?: true
}

/** Some words, as long as a remark may be. */
export const Words: FC<WordsProps> = ({ name, label, value, mayBeEmpty }) => (
  <label>
    {label}
    <textarea name={name} rows={3} maxlength={LONGEST_REMARK} dir="auto" required={mayBeEmpty !== true}>
      {value ?? ''}
    </textarea>
  </label>
)
