import type { FC } from 'hono/jsx'
import type { StatementId } from '../../../kernel/index.ts'
import type { RoundStanding } from '../../../negotiate/index.ts'
import { pathOf } from '../../page.tsx'
import { tongueOf } from '../../parts/spoken.tsx'
import type { Frame, MediateView } from '../../views.ts'

interface RankFormProps {
  readonly frame: Frame
  readonly view: MediateView
  readonly round: RoundStanding
}

/** Places for the candidates, best first; several may share one, and none need have one. */
export const RankForm: FC<RankFormProps> = ({ frame, view, round: { mediation, candidates } }) => {
  const open = candidates.filter(({ moderation }) => moderation !== 'removed')
  if (open.length < 2) return null
  const own = view.mine.rankings.find((one) => one.mediation === mediation.id)?.order ?? []
  return (
    <form class="card stack" method="post" action={pathOf(frame, '/mediate/rank')}>
      <h3>Rank them yourself</h3>
      <p class="meta">Equal places are allowed, and you can leave out what you cannot judge.</p>
      <input type="hidden" name="mediation" value={mediation.id} />
      {open.map((candidate) => (
        <label class="place">
          <select name={`place-${candidate.id}`}>
            <option value="">no place</option>
            {open.map((_, at) => (
              <option value={String(at + 1)} selected={placeIn(own, candidate.id) === at + 1}>
                {String(at + 1)}
              </option>
            ))}
          </select>
          <span {...tongueOf(candidate)}>{candidate.text}</span>
        </label>
      ))}
      <p>
        <button type="submit" class="btn primary">
          {own.length === 0 ? 'Keep my ranking' : 'Change my ranking'}
        </button>
      </p>
    </form>
  )
}

/** From 1; 0 where it has none. */
const placeIn = (order: readonly (readonly StatementId[])[], candidate: StatementId): number =>
  order.findIndex((tier) => tier.includes(candidate)) + 1
