import type { FC } from 'hono/jsx'
import { Page } from '../page.tsx'
import { UnknownBox } from '../parts/marks.tsx'
import type { ConflictsView, Frame } from '../views.ts'
import { ConflictArticle } from './conflicts/conflict-article.tsx'
import { RegisterList } from './conflicts/list.tsx'
import { NextQuestions } from './conflicts/next-questions.tsx'
import { openIn } from './conflicts/selection.ts'
import { StandingCounts } from './conflicts/standing-counts.tsx'
import { StatementArticle } from './conflicts/statement-article.tsx'
import { UnreadyPage } from './counting.tsx'

interface ConflictsProps {
  readonly frame: Frame
  readonly view: ConflictsView
}

/** Can any assistant honour this, and at whose cost: the register of standings, one case open. */
export const ConflictsPage: FC<ConflictsProps> = ({ frame, view }) => {
  if (view.studied.kind !== 'ready')
    return <UnreadyPage frame={frame} current="conflicts" title="Conflicts" studied={view.studied} />
  const { study } = view.studied
  const open = openIn(study, view)
  return (
    <Page frame={frame} current="conflicts" title="Conflicts" styles={['conflicts']}>
      <main id="main" class="wrap">
        <div class="head">
          <h1>Can any assistant honour this, and at whose cost?</h1>
          <p class="lede">
            Statements are tested against situations that people described, with every response they could
            think of, including “no AI acts” and “hand to a person”. Votes suggest where to look; the cases
            decide.
          </p>
        </div>
        {study.listening.cases.length === 0 ? <NoCases /> : null}
        <StandingCounts frame={frame} register={study.register} current={view.standing} />
        {open === null ? (
          <p>{EMPTY[view.standing]}</p>
        ) : (
          <div class="two">
            <RegisterList frame={frame} study={study} standing={view.standing} open={open} />
            {open.kind === 'conflict' ? (
              <ConflictArticle frame={frame} study={study} open={open} />
            ) : (
              <StatementArticle frame={frame} study={study} open={open} />
            )}
          </div>
        )}
        <NextQuestions study={study} />
      </main>
    </Page>
  )
}

const NoCases: FC = () => (
  <UnknownBox title="No cases yet">
    <p>
      Votes alone decide nothing. Describe a situation in which two values meet, with what could be done; then
      judges can say which response honours which.
    </p>
  </UnknownBox>
)

const EMPTY: Readonly<Record<ConflictsView['standing'], string>> = {
  alignable: 'No statement is known to be honoured by some response in almost every case.',
  conflicting:
    'No two values are known to collide. That may mean that nobody described the case in which they do.',
  unalignable: 'No statement is known to be one that only the absence of AI honours.',
  undetermined: 'Every statement has a standing; nothing is undetermined.',
}
