import type { FC } from 'hono/jsx'
import type { StatementId } from '../../../kernel/index.ts'
import type { Statement } from '../../../listen/index.ts'
import type { RoundStanding } from '../../../negotiate/index.ts'
import { Group } from '../../parts/marks.tsx'
import { writtenBy } from '../../parts/spoken.tsx'
import type { Frame, MediateView } from '../../views.ts'
import { FEWEST_SHOWN } from '../../words.ts'
import { Candidate } from './candidate.tsx'
import { RankForm } from './rank-form.tsx'

interface RoundProps {
  readonly frame: Frame
  readonly view: MediateView
  readonly round: RoundStanding
  /** Whether people can still say something to it: to the latest alone. */
  readonly isOpen: boolean
}

/** The candidates of a round, in the order people rank them or groups are foretold to. */
export const MediationRound: FC<RoundProps> = ({ frame, view, round, isOpen }) => {
  const { mediation } = round
  const anchor = `round-${mediation.round}`
  return (
    <section class="stack" aria-labelledby={anchor}>
      <h2 id={anchor}>{`Round ${mediation.round}: candidates`}</h2>
      <p class="machine">{`${writtenBy(mediation.model)}.`}</p>
      {round.candidates.length === 0 ? (
        <p>No candidate came back.</p>
      ) : (
        <>
          <p>
            {orderOf(round).says} <Foretellers round={round} />
          </p>
          {orderOf(round).candidates.map((candidate) => (
            <Candidate frame={frame} view={view} round={round} candidate={candidate} isOpen={isOpen} />
          ))}
          {isOpen ? <RankForm frame={frame} view={view} round={round} /> : null}
        </>
      )}
    </section>
  )
}

interface Ordered {
  readonly candidates: readonly Statement[]
  readonly says: string
}

/** By people once enough of them ranked, so that no one's ranking can be read off; else as foretold; else by id. */
function orderOf({ candidates, ranked, foretold }: RoundStanding): Ordered {
  const inOrder = (order: readonly StatementId[]) =>
    order.flatMap((one) => candidates.filter(({ id }) => id === one))
  if (ranked.kind === 'ranked' && ranked.voices >= FEWEST_SHOWN)
    return {
      candidates: inOrder(ranked.order),
      says: `In the order in which ${ranked.voices} people rank them (Schulze’s method).`,
    }
  const few = `Your own ranking is shown here when ${FEWEST_SHOWN} people have ranked them.`
  return foretold.ranked.kind === 'ranked'
    ? {
        candidates: inOrder(foretold.ranked.order),
        says: `In the order in which groups are foretold to rank them; that decides nothing. ${few}`,
      }
    : { candidates, says: `In no particular order: how groups would rank them is not known. ${few}` }
}

const Foretellers: FC<{ round: RoundStanding }> = ({ round: { foretold } }) => (
  <>
    {foretold.groups.map(({ group, by }) => (
      <>
        <Group id={group} />
        {by === 'model' ? ' foretold by the model. ' : ' foretold from its votes on statements alike. '}
      </>
    ))}
  </>
)
