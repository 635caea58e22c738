import type { Child, FC } from 'hono/jsx'
import type { Vote } from '../../../kernel/index.ts'
import { pathOf } from '../../page.tsx'
import { Back } from '../../parts/icons.tsx'
import { Quoted } from '../../parts/spoken.tsx'
import type { BallotView, Frame } from '../../views.ts'

type Last = NonNullable<BallotView['last']>

interface LastProps {
  readonly frame: Frame
  readonly last: BallotView['last']
  readonly notice: BallotView['notice']
}

/** What just happened, and what one may add to the last answer: how much it matters, and whether one wants to feel so. */
export const LastAnswer: FC<LastProps> = ({ frame, last, notice }) => {
  if (last === null)
    return notice === null ? null : (
      <section class="last">
        <Status>{HAPPENED[notice]}</Status>
      </section>
    )
  return (
    <section class="last" aria-label="Your last answer">
      <div class="top">
        <Status>
          <strong>{`${notice === null ? '' : `${HAPPENED[notice]} `}${so(notice)} ${ANSWERED[last.vote]}`}</strong>{' '}
          <q class="said">
            <Quoted statement={last.statement} />
          </q>
        </Status>
        <form method="post" action={pathOf(frame, '/undo')}>
          <button type="submit" class="btn" name="statement" value={last.statement.id}>
            <Back />
            Undo
          </button>
        </form>
      </div>
      <Reflection frame={frame} last={last} />
    </section>
  )
}

/** A thing sent or taken back is not this answer, which came before it. */
const so = (notice: BallotView['notice']): string =>
  notice === 'saved' || notice === 'reflected' ? 'You' : 'Your last answer: you'

const Status: FC<{ children?: Child }> = ({ children }) => <p role="status">{children}</p>

const Reflection: FC<{ frame: Frame; last: Last }> = ({ frame, last }) => (
  <form class="pair" method="post" action={pathOf(frame, '/reflect')}>
    <input type="hidden" name="statement" value={last.statement.id} />
    <Choice
      name="matters"
      question="How much does it matter to you?"
      options={MATTERS}
      chosen={last.matters === null ? null : String(last.matters)}
    />
    <Choice
      name="second"
      question="Is that how you want to feel?"
      options={SECOND_ORDER}
      chosen={last.secondOrder}
    />
    <p class="row">
      <button type="submit" class="btn">
        Save these two
      </button>
      <a href={last.receipt}>Receipt of this answer</a>
    </p>
  </form>
)

interface ChoiceProps {
  readonly name: string
  readonly question: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen: string | null
}

const Choice: FC<ChoiceProps> = ({ name, question, options, chosen }) => (
  <fieldset>
    <legend>
      {question} <span class="hint">optional</span>
    </legend>
    <div class="seg">
      {options.map(([value, label]) => (
        <label>
          <input type="radio" name={name} value={value} checked={value === chosen} />
          {label}
        </label>
      ))}
    </div>
  </fieldset>
)

const MATTERS = [
  ['1', 'A little'],
  ['2', 'Some'],
  ['3', 'A lot'],
] as const

const SECOND_ORDER = [
  ['endorse', 'Yes'],
  ['unsure', 'Not sure'],
  ['disown', 'I wish I felt otherwise'],
] as const

const ANSWERED: Readonly<Record<Vote, string>> = {
  agree: 'agreed with',
  pass: 'passed on',
  disagree: 'disagreed with',
}

const HAPPENED: Readonly<Record<NonNullable<BallotView['notice']>, string>> = {
  saved: 'Saved.',
  undone: 'Taken back: that answer no longer counts.',
  reflected: 'Saved with what you added.',
  said: 'Sent. A person reads it before others see it.',
}
