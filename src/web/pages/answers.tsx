import type { FC } from 'hono/jsx'
import { LONGEST_REMARK, type Proposal, type Round, unansweredOf } from '../../charter/index.ts'
import { Page, pathOf } from '../page.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import type { AnswersView, Frame } from '../views.ts'
import { counted } from '../words.ts'
import { clauseNames } from './charter/words.ts'
import { ProposalBox } from './round/remarks.tsx'

interface AnswersProps {
  readonly frame: Frame
  readonly view: AnswersView
}

/** The drafter’s list: everything that was proposed, what has no answer first, each with a place to answer. */
export const AnswersPage: FC<AnswersProps> = ({ frame, view: { round, hash, problem, typed } }) => {
  const waiting = unansweredOf(round)
  const names = clauseNames(round.draft)
  const all = [...waiting, ...round.proposals.filter(({ answer }) => answer !== null)]
  return (
    <Page
      frame={frame}
      current="charter"
      title="Answer what was proposed"
      styles={['charter', 'ratify', 'round']}
    >
      <main id="main" class="wrap ratify round">
        {problem === null ? null : <ProblemBox>{problem}</ProblemBox>}
        <div class="head">
          <p class="kicker">{`Version ${round.draft.version} · the round is open`}</p>
          <h1>
            {waiting.length === 0
              ? 'Everything has an answer'
              : `${counted(waiting.length, 'proposal')} without an answer`}
          </h1>
          <p class="lede">
            Adopt, defer or reject each, with a reason that everybody reads. The draft goes to the vote when
            none is left. An answer may be changed while the round is open.
          </p>
          <p class="row">
            <a class="btn" href={pathOf(frame, '/round')}>
              To the draft
            </a>
            <a class="btn primary" href={pathOf(frame, '/round/compare')}>
              Before and after
            </a>
          </p>
        </div>
        {all.length === 0 ? <p>Nobody has proposed a change.</p> : null}
        {all.map((proposal) => (
          <section class="card clause" aria-label={`Proposal on ${proposal.clause ?? 'the whole'}`}>
            <h2 dir="auto">
              {proposal.clause === null
                ? 'The charter as a whole'
                : `${proposal.clause}: ${names.get(proposal.clause) ?? ''}`}
            </h2>
            <ProposalBox proposal={proposal} />
            <AnswerForm
              frame={frame}
              hash={hash}
              proposal={proposal}
              typed={typed?.proposal === proposal.id ? typed.reason : null}
            />
          </section>
        ))}
      </main>
    </Page>
  )
}

interface AnswerFormProps {
  readonly frame: Frame
  readonly hash: string
  readonly proposal: Proposal
  readonly typed: string | null
}

const AnswerForm: FC<AnswerFormProps> = ({ frame, hash, proposal: { id, change, answer }, typed }) => (
  <form class="stack" method="post" action={pathOf(frame, '/round/answer')}>
    <input type="hidden" name="draft" value={hash} />
    <input type="hidden" name="proposal" value={id} />
    <fieldset>
      <legend>Answer</legend>
      <div class="seg">
        {CHOICES.filter(([kind]) => kind !== 'adopted' || change.kind !== 'request').map(([kind, label]) => (
          <label>
            <input type="radio" name="answer" value={kind} checked={answer?.answer === kind} required />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
    <label>
      Reason
      <textarea name="reason" rows={2} maxlength={LONGEST_REMARK} required dir="auto">
        {typed ?? answer?.reason ?? ''}
      </textarea>
    </label>
    <p>
      <button type="submit" class="btn primary">
        {answer === null ? 'Answer' : 'Answer otherwise'}
      </button>
    </p>
  </form>
)

const CHOICES: readonly (readonly [NonNullable<Round['proposals'][number]['answer']>['answer'], string])[] = [
  ['adopted', 'Adopt'],
  ['deferred', 'Defer'],
  ['rejected', 'Reject'],
]
