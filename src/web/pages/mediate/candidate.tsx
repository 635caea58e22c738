import type { FC } from 'hono/jsx'
import type { Statement } from '../../../listen/index.ts'
import type { RoundStanding } from '../../../negotiate/index.ts'
import { pathOf } from '../../page.tsx'
import { Said } from '../../parts/spoken.tsx'
import type { Frame, MediateView } from '../../views.ts'

interface CandidateProps {
  readonly frame: Frame
  readonly view: MediateView
  readonly round: RoundStanding
  readonly candidate: Statement
  readonly isOpen: boolean
}

/** One candidate: what it says, who wrote it, what became of it, and a place to say what is wrong with it. */
export const Candidate: FC<CandidateProps> = ({ frame, view, round, candidate, isOpen }) => (
  <article class="card stack">
    <h3>
      <Said statement={candidate} />
    </h3>
    <p class="meta">{BECAME[candidate.moderation]}</p>
    {frame.role === 'operator' ? <Operator frame={frame} round={round} candidate={candidate} /> : null}
    {isOpen && candidate.moderation !== 'removed' ? (
      <CritiqueForm frame={frame} view={view} candidate={candidate} />
    ) : null}
  </article>
)

const BECAME: Readonly<Record<Statement['moderation'], string>> = {
  waiting: 'A candidate: nobody votes on it yet.',
  shown: 'It was put before people: it is voted on like every statement.',
  removed: 'It was dropped.',
}

type OperatorProps = Pick<CandidateProps, 'frame' | 'round' | 'candidate'>

/** What people wrote is read by an operator before anybody else sees it. */
const Operator: FC<OperatorProps> = ({ frame, round: { critiques }, candidate }) => {
  const own = critiques.filter(({ statement }) => statement === candidate.id)
  return (
    <>
      {own.length === 0 ? null : (
        <ul class="said">
          {own.map(({ side, words }) => (
            <li>
              {side === 'for' ? 'For: ' : 'Against: '}
              <q dir="auto">{words}</q>
            </li>
          ))}
        </ul>
      )}
      {candidate.moderation === 'waiting' ? (
        <form class="row" method="post" action={pathOf(frame, '/mediate/decide')}>
          <input type="hidden" name="statement" value={candidate.id} />
          <button type="submit" class="btn" name="moderation" value="shown">
            Put it before people
          </button>
          <button type="submit" class="btn" name="moderation" value="removed">
            Drop it
          </button>
        </form>
      ) : null}
    </>
  )
}

type CritiqueProps = Pick<CandidateProps, 'frame' | 'view' | 'candidate'>

const CritiqueForm: FC<CritiqueProps> = ({ frame, view: { mine, model }, candidate }) => {
  const own = mine.reasons.filter(({ statement }) => statement === candidate.id)
  return (
    <>
      {own.map(({ side, words }) => (
        <p>
          {side === 'for' ? 'You said for it: ' : 'You said against it: '}
          <q dir="auto">{words}</q>
        </p>
      ))}
      <details>
        <summary>{own.length === 0 ? 'Say what is wrong with it, or right' : 'Change what you said'}</summary>
        <form class="stack" method="post" action={pathOf(frame, '/mediate/critique')}>
          <input type="hidden" name="statement" value={candidate.id} />
          <fieldset>
            <legend>Your words are</legend>
            <div class="row">
              <label>
                <input type="radio" name="side" value="against" required /> against it
              </label>
              <label>
                <input type="radio" name="side" value="for" required /> for it
              </label>
            </div>
          </fieldset>
          <label>
            In your own words
            <textarea name="words" rows={2} maxlength={500} dir="auto" required />
          </label>
          <p class="meta">
            {`Whoever runs this assembly reads them${model === null ? '' : `, and they are sent to ${model.name} without your name when the next round begins`}. Should this candidate come into a charter, words against it may be printed there as dissent.`}
          </p>
          <p>
            <button type="submit" class="btn">
              Keep my words
            </button>
          </p>
        </form>
      </details>
    </>
  )
}
