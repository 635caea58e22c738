import type { Child, FC } from 'hono/jsx'
import type { Proposal, Remark, Round } from '../../../charter/index.ts'
import type { ClauseId, ParticipantId } from '../../../kernel/index.ts'
import { pathOf } from '../../page.tsx'
import { DissentBox, Tag } from '../../parts/marks.tsx'
import type { Frame } from '../../views.ts'
import { counted } from '../../words.ts'
import { ANSWER_MARKS, ANSWERS, amendmentSays } from './words.ts'

interface RemarksProps {
  readonly frame: Frame
  readonly round: Round
  readonly hash: string
  readonly clause: ClauseId | null
  readonly me: ParticipantId
}

/** What was said about one clause in the round, and what became of what was proposed. */
export const Remarks: FC<RemarksProps> = ({ clause, round, ...rest }) => {
  const remarks = round.remarks.filter((one) => one.clause === clause)
  const proposals = round.proposals.filter((one) => one.clause === clause)
  return (
    <>
      {remarks.map((remark) => (
        <Said remark={remark} {...rest} />
      ))}
      {proposals.map((proposal) => (
        <ProposalBox proposal={proposal}>
          <Buttons proposal={proposal} {...rest} />
        </ProposalBox>
      ))}
    </>
  )
}

type Here = Pick<RemarksProps, 'frame' | 'hash' | 'me'>

const Said: FC<Here & { remark: Remark }> = ({ remark, me, ...here }) => {
  const { id, stance, words, because, participant } = remark
  const why = (
    <p class="meta" dir="auto">
      {`Why: ${because}`}
    </p>
  )
  return (
    <div class="stack remark">
      {stance === 'objects' ? (
        <DissentBox title="An objection" words={[words]}>
          {why}
        </DissentBox>
      ) : (
        <div class="comment">
          <p>A comment</p>
          <blockquote dir="auto">{`“${words}”`}</blockquote>
          {why}
        </div>
      )}
      {participant === me ? (
        <Press {...here} path="/round/take-back" field="of" value={id} label="Take it back" />
      ) : null}
    </div>
  )
}

/** What somebody proposed, why, how many stand behind it, and its answer with the reason. */
export const ProposalBox: FC<{ proposal: Proposal; children?: Child }> = ({
  proposal: { change, because, supporters, answer },
  children,
}) => (
  <div class="proposal stack">
    <p class="row">
      {answer === null ? (
        <Tag kind="unknown">no answer yet</Tag>
      ) : (
        <Tag kind={ANSWER_MARKS[answer.answer]}>{ANSWERS[answer.answer]}</Tag>
      )}
      <span>{change.kind === 'request' ? 'A request' : 'A proposed change'}</span>
    </p>
    <p class="change" dir="auto">
      {amendmentSays(change)}
    </p>
    <p class="meta" dir="auto">
      {`Why: ${because}`}
    </p>
    <p class="meta">{`${counted(1 + supporters.length, 'person stands', 'people stand')} behind it.`}</p>
    {answer === null ? null : (
      <p class="answer" dir="auto">
        {`${capital(ANSWERS[answer.answer])} because: ${answer.reason}`}
      </p>
    )}
    {children}
  </div>
)

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const Buttons: FC<Here & { proposal: Proposal }> = ({
  proposal: { id, participant, supporters, answer },
  me,
  ...here
}) => {
  if (participant === me)
    return answer === null ? (
      <Press {...here} path="/round/take-back" field="of" value={id} label="Take it back" />
    ) : null
  return supporters.includes(me) ? (
    <p class="meta">You support it.</p>
  ) : (
    <Press {...here} path="/round/support" field="proposal" value={id} label="I support this" />
  )
}

interface PressProps extends Omit<Here, 'me'> {
  readonly path: string
  readonly field: string
  readonly value: string
  readonly label: string
}

const Press: FC<PressProps> = ({ frame, hash, path, field, value, label }) => (
  <form method="post" action={pathOf(frame, path)}>
    <input type="hidden" name="draft" value={hash} />
    <input type="hidden" name={field} value={value} />
    <button type="submit" class="btn">
      {label}
    </button>
  </form>
)
