import { type FC, useContext } from 'hono/jsx'
import type { RatifyView } from '../../views.ts'
import { LONGEST_OBJECTION, objectionTo } from './object-box.tsx'
import { Written } from './written.ts'

type Mine = Extract<RatifyView['state'], { kind: 'open' }>['mine']

/** The answer to the whole charter. None is chosen before; what one said earlier is. */
export const CastBox: FC<{ mine: Mine }> = ({ mine }) => (
  <section class="card stack cast" aria-labelledby="h-cast">
    <h2 id="h-cast">Your vote</h2>
    <div>
      <label>
        What you say against the charter as a whole
        <span class="hint"> if anything</span>
        <textarea name={objectionTo(null)} rows={3} maxlength={LONGEST_OBJECTION} dir="auto">
          {useContext(Written).get(null) ?? ''}
        </textarea>
      </label>
      <p class="hint">
        What you write, here or at a clause, is printed word for word when the vote closes, with your opinion
        group and without your name. Do not write what would give you away.
      </p>
    </div>
    <fieldset>
      <legend>Shall this charter come into force?</legend>
      <div class="seg">
        {CHOICES.map(([says, label]) => (
          <label>
            <input type="radio" name="says" value={says} checked={says === mine} required />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
    <p>
      <button type="submit" class="btn primary">
        {mine === null ? 'Cast my vote' : 'Cast my vote again'}
      </button>
    </p>
  </section>
)

const CHOICES = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['abstain', 'I abstain'],
] as const
