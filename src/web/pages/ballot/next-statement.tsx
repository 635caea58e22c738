import type { FC } from 'hono/jsx'
import type { Statement } from '../../../listen/index.ts'
import { pathOf } from '../../page.tsx'
import { Cross, Dash, Tick } from '../../parts/icons.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { tongueOf, writtenBy } from '../../parts/spoken.tsx'
import type { BallotView, Frame } from '../../views.ts'

interface NextProps {
  readonly frame: Frame
  readonly next: NonNullable<BallotView['next']>
  readonly problem: string | null
  /** Whether the person just answered another one: then the focus is already on this one's words. */
  readonly moved: boolean
}

/** The statement to answer. A problem is told on the same card, and the answer can be given again. */
export const NextStatement: FC<NextProps> = ({ frame, next: { statement, shown }, problem, moved }) => (
  <form class="say" method="post" action={pathOf(frame, '/vote')} aria-labelledby="s">
    {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
    <p class="meta">{saidBy(statement)}</p>
    <h1 id="s" {...tongueOf(statement)} tabindex={-1} autofocus={moved && problem === null}>
      {statement.text}
    </h1>
    <input type="hidden" name="statement" value={statement.id} />
    <fieldset class="votes">
      <legend class="sr">Your answer</legend>
      <button type="submit" class="btn vote yes" name="vote" value="agree">
        <Tick />
        Agree
      </button>
      <button type="submit" class="btn vote" name="vote" value="pass">
        <Dash />
        Pass
      </button>
      <button type="submit" class="btn vote no" name="vote" value="disagree">
        <Cross />
        Disagree
      </button>
    </fieldset>
    <details>
      <summary>Why am I shown this one?</summary>
      <p class="meta">
        {`It was drawn by chance from what you have not seen; its chance was ${chanceText(shown)}. `}
        Pass means “I saw it and have no answer”. Not seeing a statement is never counted as disagreement.
      </p>
    </details>
  </form>
)

function saidBy({ origin, written }: Statement): string {
  if (written !== null) return writtenBy(written.model)
  return origin === 'seed' ? 'Written before the assembly opened' : 'Someone in this assembly says'
}

/**
 * A chance as people say it.
 *
 * @example
 * [chanceText(1 / 14), chanceText(0.6), chanceText(1)] // => ['1 in 14', '60 in 100', 'certain: nothing else was left']
 */
export function chanceText(chance: number): string {
  if (chance > 0.995) return 'certain: nothing else was left'
  return chance > 0.4 ? `${Math.round(100 * chance)} in 100` : `1 in ${Math.round(1 / chance)}`
}
