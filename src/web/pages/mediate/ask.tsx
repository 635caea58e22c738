import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { UnknownBox } from '../../parts/marks.tsx'
import type { Frame, MediatorView } from '../../views.ts'
import { counted, number } from '../../words.ts'

interface AskProps {
  readonly frame: Frame
  readonly model: MediatorView | null
}

/** The way to a round that a model writes; what it would be told and what it costs stand before the button. */
export const Ask: FC<AskProps> = ({ frame, model }) => (
  <section class="stack" aria-labelledby="ask">
    <h2 id="ask">Ask a machine for candidates</h2>
    {model === null ? (
      <p>
        No model is configured on this server, so nothing here is written by a machine. Everything above works
        without one.
      </p>
    ) : (
      <>
        <State model={model} />
        {frame.role === 'operator' ? <Operator frame={frame} model={model} /> : <ForPeople model={model} />}
      </>
    )}
  </section>
)

const State: FC<{ model: MediatorView }> = ({ model: { name, underWay } }) => {
  if (underWay.kind === 'idle') return null
  if (underWay.kind === 'asking')
    return (
      <p role="status">
        {underWay.of === 0
          ? `Asking ${name} …`
          : `Asking ${name}: ${underWay.done} of ${counted(underWay.of, 'answer')} of this step are there.`}
      </p>
    )
  return (
    <UnknownBox title="The last round brought no candidate">
      <ul>
        {underWay.because.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </UnknownBox>
  )
}

const Operator: FC<{ frame: Frame; model: MediatorView }> = ({ frame, model: { name, next, underWay } }) =>
  next === null ? (
    <p>A round can begin when there is a map.</p>
  ) : (
    <form class="card stack" method="post" action={pathOf(frame, '/mediate/ask')}>
      <p>
        {`Round ${next.material.round} asks ${name} at most ${counted(next.cost.calls, 'time')} and sends about ${number(next.cost.characters)} characters: ${counted(next.material.statements.length, 'statement')}, ${counted(next.material.critiques.length, 'critique')} without names, and shares of groups of 20 people and more. Nobody’s votes are sent. ${next.material.leftOut === 0 ? 'Nothing is left out.' : `${number(next.material.leftOut)} statements and critiques are left out, as too many or too long.`}`}
      </p>
      <p class="row">
        <button type="submit" class="btn primary" disabled={underWay.kind === 'asking'}>
          {`Ask ${name} for candidates`}
        </button>
      </p>
    </form>
  )

const ForPeople: FC<{ model: MediatorView }> = ({ model: { name } }) => (
  <p>
    {`Whoever runs this assembly can ask ${name} to write candidates from what people said. They are marked as machine-written wherever they stand, and count for nothing until you vote on them.`}
  </p>
)
