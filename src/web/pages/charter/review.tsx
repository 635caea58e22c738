import type { FC } from 'hono/jsx'
import type { Charter } from '../../../charter/index.ts'
import { day, dayAfter, span } from '../../dates.ts'

/** When a clause is looked at again: a day once the charter is in force, before that a span of time. */
export const ReviewSays: FC<{ charter: Pick<Charter, 'seal'>; reviewAfter: string }> = ({
  charter,
  reviewAfter,
}) => <span class="meta">{reviewSays(charter, reviewAfter)}</span>

export function reviewSays(charter: Pick<Charter, 'seal'>, reviewAfter: string): string {
  const on = reviewOn(charter, reviewAfter)
  return on === null ? `reviewed ${span(reviewAfter)} after it is ratified` : `reviewed by ${day(on)}`
}

/** The earliest day on which some clause of the charter is looked at again. */
export function nextReview(charter: Pick<Charter, 'seal' | 'rulings' | 'contested'>): string | null {
  const days = [...charter.rulings, ...charter.contested]
    .map(({ reviewAfter }) => reviewOn(charter, reviewAfter))
    .filter((on) => on !== null)
  return days.sort()[0] ?? null
}

function reviewOn({ seal }: Pick<Charter, 'seal'>, reviewAfter: string): string | null {
  const vote = seal?.ratification
  return vote?.outcome === 'ratified' ? dayAfter(vote.closed, reviewAfter) : null
}
