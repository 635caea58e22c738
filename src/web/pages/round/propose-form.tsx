import type { Child, FC } from 'hono/jsx'
import type { Dial, Floor } from '../../../charter/index.ts'
import { canonical } from '../../../kernel/index.ts'
import { span } from '../../dates.ts'
import { pathOf } from '../../page.tsx'
import { AUTHORITIES, MOTIVES, ruleLooksFor, ruleSays } from '../charter/words.ts'
import { type FormProps, Hidden, Words } from './comment-form.tsx'
import { ASKS } from './words.ts'

/** A place to propose a change: what may be changed by hand, and what only listening again can meet. */
export const ProposeForm: FC<FormProps> = ({ frame, hash, clause, typed }) => {
  const was = typed?.form === 'propose' ? typed.fields : null
  return (
    <details class="object" open={was !== null}>
      <summary>{`Propose a change to ${clause.id ?? 'the whole'}`}</summary>
      <form class="stack" method="post" action={pathOf(frame, '/round/propose')}>
        <Hidden hash={hash} clause={clause.id} />
        <fieldset class="stack choices">
          <legend>What should change?</legend>
          {clause.dial === null ? null : (
            <Choice change="bounds" chosen={was?.change} label="Its bounds, and where it begins">
              <Bounds scale={clause.dial.scale} was={was} />
            </Choice>
          )}
          {clause.floor === null ? null : (
            <RuleChoices rules={clause.floor.rules} chosen={was?.change} was={was} />
          )}
          {clause.review === null ? null : (
            <Choice change="review" chosen={was?.change} label="When it is looked at again">
              <Select name="after" label="After" options={REVIEWS} chosen={was?.after ?? clause.review} />
            </Choice>
          )}
          {clause.decided ? (
            <>
              <Choice change="motive" chosen={was?.change} label="The motive it states">
                <Select name="motive" label="Motive" options={MOTIVES} chosen={was?.motive} />
              </Choice>
              <Choice change="authority" chosen={was?.change} label="Who it says decided it">
                <Select name="authority" label="Decided by" options={AUTHORITIES} chosen={was?.authority} />
              </Choice>
            </>
          ) : null}
          <Choice
            change="request"
            chosen={was?.change}
            label="Something that people must be asked about again"
          >
            <Select name="asks" label="Which" options={ASKS} chosen={was?.asks} />
            <Words name="words" label="In your words" value={was?.words} mayBeEmpty />
          </Choice>
        </fieldset>
        <p class="meta">
          The words of a clause, its figures and its cases come from what people answered. They are changed by
          asking again, so such a request is deferred or rejected, and stays in the charter.
        </p>
        <Words name="because" label="Why" value={was?.because} />
        <p>
          <button type="submit" class="btn primary">
            Propose it
          </button>
        </p>
      </form>
    </details>
  )
}

type Was = Readonly<Record<string, string>> | null

interface ChoiceProps {
  readonly change: string
  readonly chosen: string | undefined
  readonly label: string
  readonly children?: Child
}

const Choice: FC<ChoiceProps> = ({ change, chosen, label, children }) => (
  <div class="choice">
    <label class="pick">
      <input type="radio" name="change" value={change} checked={chosen === change} required />
      {label}
    </label>
    <div class="with">{children}</div>
  </div>
)

const Bounds: FC<{ scale: Dial['scale']; was: Was }> = ({ scale, was }) => (
  <>
    <Select name="from" label="From" options={STEPS} chosen={was?.from ?? String(scale.from)} />
    <Select name="to" label="To" options={STEPS} chosen={was?.to ?? String(scale.to)} />
    <Select name="start" label="It begins at" options={STEPS} chosen={was?.start ?? String(scale.start)} />
  </>
)

const RuleChoices: FC<{ rules: Floor['rules']; chosen: string | undefined; was: Was }> = ({
  rules,
  chosen,
  was,
}) => (
  <>
    <Choice change="add-rule" chosen={chosen} label="Check it also in another way">
      <Select name="check" label="How" options={CHECKS} chosen={was?.check} />
      <label>
        The pattern, the question, or the tools (with commas between)
        <input type="text" name="for" value={was?.for ?? ''} maxlength={300} dir="auto" />
      </label>
    </Choice>
    {rules.length < 2 ? null : (
      <Choice change="drop-rule" chosen={chosen} label="No longer check it in one way">
        <Select
          name="rule"
          label="Which"
          options={Object.fromEntries(
            rules.map((rule) => [canonical(rule), `${ruleSays(rule)} ${ruleLooksFor(rule)}`]),
          )}
          chosen={was?.rule}
        />
      </Choice>
    )}
  </>
)

interface SelectProps {
  readonly name: string
  readonly label: string
  readonly options: Readonly<Record<string, string>>
  readonly chosen: string | undefined
}

const Select: FC<SelectProps> = ({ name, label, options, chosen }) => (
  <label>
    {label}
    <select name={name}>
      {Object.entries(options).map(([value, says]) => (
        <option value={value} selected={value === chosen}>
          {says}
        </option>
      ))}
    </select>
  </label>
)

const STEPS = Object.fromEntries([0, 1, 2, 3, 4].map((step) => [String(step), String(step)]))

const REVIEWS = Object.fromEntries(['P1M', 'P3M', 'P6M', 'P1Y', 'P2Y'].map((after) => [after, span(after)]))

const CHECKS = {
  'ask-judge': 'Ask a judge this question',
  'forbid-pattern': 'Nothing that goes out may match this pattern',
  'require-pattern': 'What goes out must match this pattern',
  'hold-tools': 'A call of these tools waits for a person',
  'forbid-tools': 'None of these tools may be called',
  'require-tools': 'One of these tools must be called',
}
