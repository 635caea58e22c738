import type { FC } from 'hono/jsx'
import { Page } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { Frame, MediateView } from '../views.ts'
import { UnreadyPage } from './counting.tsx'
import { Ask } from './mediate/ask.tsx'
import { CommonGround } from './mediate/common-ground.tsx'
import { MediationRound } from './mediate/round.tsx'

export interface MediateProps {
  readonly frame: Frame
  readonly view: MediateView
}

/** Words that people could share: their own first, then what a machine wrote from them, marked as such. */
export const MediatePage: FC<MediateProps> = ({ frame, view }) => {
  if (view.studied.kind !== 'ready')
    return (
      <UnreadyPage frame={frame} current="negotiate" title="Look for common words" studied={view.studied} />
    )
  const [latest, ...earlier] = view.rounds
  return (
    <Page
      frame={frame}
      current="negotiate"
      title={view.problem === null ? 'Look for common words' : 'There is a problem · Look for common words'}
      styles={['mediate']}
      {...(view.model?.underWay.kind === 'asking' ? { refreshSeconds: 3 } : {})}
    >
      <main id="main" class="wrap mediate">
        <div class="head">
          <p class="kicker">Negotiate</p>
          <h1>Look for common words</h1>
          <p class="lede">
            People who disagree can often share a sentence. Here are the sentences that come closest. Nothing
            on this page binds: a sentence counts when you have voted on it.
          </p>
        </div>
        {view.problem === null ? null : <ProblemBox>{view.problem}</ProblemBox>}
        {view.notice === null ? null : <p role="status">{NOTICES[view.notice]}</p>}
        <CommonGround frame={frame} study={view.studied.study} common={view.common} />
        {latest === undefined ? null : (
          <MediationRound frame={frame} view={view} round={latest} isOpen={true} />
        )}
        <Ask frame={frame} model={view.model} />
        {earlier.length === 0 ? null : (
          <details>
            <summary>Earlier rounds</summary>
            {earlier.map((round) => (
              <MediationRound frame={frame} view={view} round={round} isOpen={false} />
            ))}
          </details>
        )}
      </main>
    </Page>
  )
}

const NOTICES = {
  said: 'Your words are kept.',
  ranked: 'Your ranking is kept. You can change it until the next round.',
  decided: 'It is decided.',
} as const
