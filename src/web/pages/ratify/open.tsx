import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import type { Frame, RatifyView } from '../../views.ts'
import { counted } from '../../words.ts'
import { planSays } from '../charter/vote.ts'
import { CastBox } from './cast-box.tsx'
import { VotedClauses } from './clauses.tsx'
import { StandsSoFar } from './so-far.tsx'
import { Written } from './written.ts'

type Open = Extract<RatifyView['state'], { kind: 'open' }>

interface OpenProps {
  readonly frame: Frame
  readonly state: Open
  readonly problem: string | null
}

/** One form: every clause with its cost and dissent, a place to object, and the answer at the end. */
export const OpenVote: FC<OpenProps> = ({ frame, state, problem }) => {
  const { charter, hash, plan, voted, soFar, counts, mine, written } = state
  return (
    <>
      {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
      <div class="head">
        <p class="kicker">
          <bdi>{charter.title}</bdi>
          {` · version ${charter.version} · the vote is open`}
        </p>
        <h1>Shall this charter bind the assistant?</h1>
        <p class="lede">
          Read what each clause says, whom it costs and who said no. Then say yes or no to the whole. You may
          object to single clauses either way; what you write stands beside them.
        </p>
        {mine === null ? null : (
          <p class="mine" role="status">
            {`Your vote is recorded: you said ${SAID[mine]}. You may vote again while the vote is open; only your last vote counts, with the objections that stand below then.`}
          </p>
        )}
        {counts ? null : (
          <p class="mine">
            <strong>Your vote will not be counted:</strong>
            {' you took no part before the vote opened, or did so in another browser.'}
          </p>
        )}
      </div>
      <section class="card stack" aria-labelledby="h-takes">
        <h2 id="h-takes">What it takes</h2>
        <p>{planSays(plan)}</p>
        <p>
          Abstaining counts as voting and for neither side. Each group needs the same turnout as the whole.
          Silence is not yes.
        </p>
        <p class="meta">
          {`${counted(voted, 'person has', 'people have')} voted so far. Only people who took part before the vote opened are counted.`}
        </p>
        <StandsSoFar soFar={soFar} />
      </section>
      <form class="voting" method="post" action={pathOf(frame, '/ratify')}>
        <input type="hidden" name="hash" value={hash} />
        <Written.Provider value={written}>
          <VotedClauses charter={charter} />
          <CastBox mine={mine} />
        </Written.Provider>
      </form>
    </>
  )
}

const SAID: Readonly<Record<'yes' | 'no' | 'abstain', string>> = {
  yes: 'yes',
  no: 'no',
  abstain: 'neither, you abstained',
}
