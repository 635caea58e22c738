import type { Child, FC } from 'hono/jsx'
import type { Charter, Ratification } from '../../../charter/index.ts'
import { shareSays } from '../../../publish/index.ts'
import { day } from '../../dates.ts'
import { pathOf } from '../../page.tsx'
import type { CharterView, Frame } from '../../views.ts'
import { counted, number } from '../../words.ts'
import { nextReview } from './review.tsx'
import { groupsIn, planSays, publishedVote, votedIn } from './vote.ts'
import { authoritySays, motivesSay, STATUSES } from './words.ts'

interface FrontProps {
  readonly frame: Frame
  readonly charter: Charter
  readonly view: Pick<CharterView, 'hash' | 'status' | 'since'>
  /** Whether a newer version is in force. */
  readonly replaced: boolean
}

/** Which charter this is, what became of it, and what may be done with it. */
export const Front: FC<FrontProps> = ({ frame, charter, view, replaced }) => (
  <header class="front" id="top">
    <p class="kicker">
      <bdi>{charter.title}</bdi>
      {` · version ${charter.version}`}
    </p>
    <h1>What this assistant may and may not do with us</h1>
    <p class="lede">
      {`Drafted from what ${counted(charter.assembly.participants, 'person', 'people')} said: ${counted(charter.assembly.statements, 'statement')}, ${counted(charter.assembly.votes, 'answer')}. It names what everyone gets, what you may set yourself, and where one value gives way to another: who that helps, who it costs, and who said no.`}
    </p>
    <dl class="facts">
      <Facts charter={charter} view={view} replaced={replaced} />
    </dl>
    <p class="row">
      {view.status === 'ratified' && !replaced ? (
        <a class="btn primary" href={pathOf(frame, '/chat')}>
          Set your dials
        </a>
      ) : null}
      {view.status === 'voting' ? (
        <a class="btn primary" href={pathOf(frame, '/ratify')}>
          Read it and vote
        </a>
      ) : null}
      <a class="btn" href={pathOf(frame, `/charter.yaml?version=${encodeURIComponent(view.hash)}`)}>
        Download the file
      </a>
      <a class="btn plain" href={pathOf(frame, '/findings')}>
        Is it kept?
      </a>
    </p>
    <p class="src">
      Hash of exactly this content: <code>{view.hash}</code>
    </p>
  </header>
)

const Facts: FC<Omit<FrontProps, 'frame'>> = ({ charter, view: { status, since }, replaced }) => {
  const vote = charter.seal?.ratification ?? null
  const review = nextReview(charter)
  return (
    <>
      <Fact term="Who decided what binds" wide>
        {authoritySays(charter.decided)}
        <br />
        <span class="meta">{motivesSay(charter.decided)}</span>
      </Fact>
      <Fact term={SINCE[status]}>{day(since)}</Fact>
      {status === 'ratified' ? null : <Fact term="What became of it">{STATUSES[status]}</Fact>}
      {replaced ? <Fact term="What became of it">replaced by a later version</Fact> : null}
      {vote === null ? (
        <Fact term={status === 'ratified' ? 'Ratified by' : 'What it takes'} wide>
          {status === 'ratified' ? 'unknown: it carries no vote' : planSays(charter.ratificationPlan)}
        </Fact>
      ) : (
        <Vote vote={vote} ratified={status === 'ratified'} />
      )}
      {status !== 'ratified' || replaced ? null : (
        <Fact term="Next review">{review === null ? 'no clause sets one' : day(review)}</Fact>
      )}
    </>
  )
}

const SINCE: Readonly<Record<CharterView['status'], string>> = {
  draft: 'Drafted',
  voting: 'Vote opened',
  ratified: 'In force since',
  rejected: 'Vote closed',
  'quorum-not-met': 'Vote closed',
}

const Vote: FC<{ vote: Ratification; ratified: boolean }> = ({ vote, ratified }) => {
  const { overall, groups } = publishedVote(vote)
  return (
    <>
      <Fact term={ratified ? 'Ratified by' : 'Said yes'}>
        <span class="num">{shareSays(overall)}</span>{' '}
        <span class="meta">{`${number(votedIn(vote))} of ${number(vote.roll)} voted`}</span>
      </Fact>
      <Fact term="In each group">
        {groupsIn(vote).length === 0 ? (
          'there are no groups'
        ) : (
          <span class="num">
            {groupsIn(vote)
              .map(([group]) => {
                const share = groups[group]
                return `${group} ${share === undefined || share.kind === 'not-shown' ? 'not shown' : `${share.percent} %`}`
              })
              .join(' · ')}
          </span>
        )}
      </Fact>
    </>
  )
}

const Fact: FC<{ term: string; wide?: boolean; children?: Child }> = ({ term, wide = false, children }) => (
  <div class={wide ? 'wide' : undefined}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
