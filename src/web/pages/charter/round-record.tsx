import type { FC } from 'hono/jsx'
import type { Charter, RoundRecord } from '../../../charter/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { day } from '../../dates.ts'
import { DissentBox, Tag } from '../../parts/marks.tsx'
import { counted, FEWEST_SHOWN } from '../../words.ts'
import { ANSWER_MARKS, ANSWERS, amendmentSays } from '../round/words.ts'
import { anchorOf } from './words.ts'

interface RecordedProps {
  readonly charter: Charter
  /** Where the clauses are read; empty on the charter’s own page. */
  readonly at?: string
}

/** How the draft was amended: each proposal with its answer and reason, and what still stands against the whole. */
export const RoundRecorded: FC<RecordedProps> = ({ charter, at = '' }) => {
  const { round } = charter
  return (
    <section id="round" class="stack" aria-labelledby="h-round">
      <h2 id="h-round">How the draft was amended</h2>
      {round === null ? (
        <p>No round was held: nobody was asked to comment on the draft before the vote.</p>
      ) : (
        <>
          <p>{roundRecordSays(round)}</p>
          <ul class="plain spaced">
            {round.proposals.map((proposal) => (
              <Recorded proposal={proposal} at={at} />
            ))}
          </ul>
          <StandingObjections charter={charter} clause={null} />
        </>
      )}
    </section>
  )
}

const roundRecordSays = ({ opened, closed, people, comments, proposals }: RoundRecord): string =>
  `From ${day(opened)} to ${day(closed)}, ${counted(people, 'person', 'people')} took part: ${counted(comments, 'comment')}, ${counted(proposals.length, 'proposed change')}. The rule, the seats, the thresholds and the plan of the vote were fixed when it was opened.`

const Recorded: FC<{ proposal: RoundRecord['proposals'][number]; at: string }> = ({ proposal, at }) => {
  const { id, clause, change, because, people, answer, reason } = proposal
  return (
    <li class="proposal stack">
      <p class="row">
        <Tag kind={ANSWER_MARKS[answer]}>{ANSWERS[answer]}</Tag>
        <span class="id">{id}</span>
        {clause === null ? <span>the whole</span> : <a href={`${at}#${anchorOf(clause)}`}>{clause}</a>}
      </p>
      <p class="change" dir="auto">
        {amendmentSays(change)}
      </p>
      <p class="meta" dir="auto">
        {`Proposed because: ${because} ${counted(people, 'person stands', 'people stand')} behind it.`}
      </p>
      <p class="answer" dir="auto">{`Answered because: ${reason}`}</p>
    </li>
  )
}

interface StandingProps {
  readonly charter: Pick<Charter, 'groups' | 'round'>
  readonly clause: ClauseId | null
}

/** What people said against a clause of the draft and never took back, at the size of the clause. */
export const StandingObjections: FC<StandingProps> = ({ charter: { groups, round }, clause }) => (
  <>
    {(round?.dissent ?? [])
      .filter((said) => said.clause === clause)
      .map(({ group, words, because }) => (
        <DissentBox title={`${whose(group, groups)}, against it in the round`} words={[words]}>
          <p class="meta" dir="auto">{`Why: ${because}`}</p>
        </DissentBox>
      ))}
  </>
)

/** Of a group with fewer than 20 people it is not said that the words are theirs. Source: ADR 0042. */
const whose = (group: string | null, groups: Charter['groups']): string =>
  (groups.find(({ id }) => id === group)?.people ?? 0) >= FEWEST_SHOWN
    ? `Somebody of group ${group}`
    : 'Somebody'
