import type { Child, FC } from 'hono/jsx'
import type { Change, Charter, CharterDiff, GroupEffect } from '../../../charter/index.ts'
import { UnknownBox } from '../../parts/marks.tsx'
import { listed, shareText } from '../../words.ts'

interface ChangesProps {
  readonly charter: Charter
  readonly changes: CharterDiff | null
}

/** What is different from the version before: words that went and came, and who gains or loses by it. */
export const Changes: FC<ChangesProps> = ({ charter, changes }) => (
  <section id="changed" aria-labelledby="h-changed">
    <h2 id="h-changed">What changed from the version before</h2>
    {changes === null ? (
      <NotCompared charter={charter} />
    ) : changes.changes.length === 0 ? (
      <p>Nothing changed: it says the same as the version before.</p>
    ) : (
      <ChangeList changes={changes.changes} />
    )}
  </section>
)

/** Each difference, words that went and words that came. */
export const ChangeList: FC<{ changes: readonly Change[]; unfolded?: true }> = ({ changes, unfolded }) => (
  <ul class="diff">
    {changes.map((change) => (
      <li>
        <Line change={change} unfolded={unfolded === true} />
      </li>
    ))}
  </ul>
)

const NotCompared: FC<{ charter: Charter }> = ({ charter: { parent } }) =>
  parent === null ? (
    <p>It follows no other version, so there is nothing to compare it with.</p>
  ) : (
    <UnknownBox title="What changed is not known">
      <p>
        The version it follows is not at hand: <code>{parent}</code>
      </p>
    </UnknownBox>
  )

const Line: FC<{ change: Change; unfolded: boolean }> = ({ change, unfolded }): Child => {
  switch (change.kind) {
    case 'added':
      return (
        <>
          <ins dir="auto">{change.text}</ins>
          <Why>{`${change.clause}, a ${change.part}, came. ${effectsSay(change.effects)}`}</Why>
        </>
      )
    case 'removed':
      return (
        <>
          <del dir="auto">{change.text}</del>
          <Why>{`${change.clause}, a ${change.part}, went. ${effectsSay(change.effects)}`}</Why>
        </>
      )
    case 'reworded':
    case 'reversed':
      return (
        <>
          <del dir="auto">{change.from}</del>
          <ins dir="auto">{change.to}</ins>
          <Why>
            {change.kind === 'reversed'
              ? `${change.clause} is reversed: the other value gives way.`
              : `${change.clause} is worded differently.`}
          </Why>
        </>
      )
    case 'moved':
      return (
        <>
          <p class="same" dir="auto">
            {change.text}
          </p>
          <Why>{`${change.clause} was a ${change.from} and is a ${change.to}.`}</Why>
        </>
      )
    case 'changed':
      return (
        <Turned
          unfolded={unfolded}
          what={`${change.clause}: its ${change.field} changed.`}
          from={change.from}
          to={change.to}
        />
      )
    case 'round':
      return <Why>{`How it was amended: ${change.from} before, ${change.to} now.`}</Why>
    case 'threshold':
    case 'about':
      return (
        <Turned
          unfolded={unfolded}
          what={`${change.kind === 'threshold' ? 'What it is held against changed' : 'What it says of itself changed'}: ${change.path}.`}
          from={change.from}
          to={change.to}
        />
      )
    default:
      return <Why>{moreSays(change)}</Why>
  }
}

type Told = Extract<Change, { kind: 'renumbered' | 'support' | 'effect' | 'figures' | 'reordered' }>

function moreSays(change: Told): string {
  switch (change.kind) {
    case 'renumbered':
      return `${change.clause} was called ${change.from}.`
    case 'support': {
      const group = change.group === 'everyone' ? 'all' : `group ${change.group}`
      return `${change.clause}: support of ${group} left its interval. ${shareText(change.from)} before, ${shareText(change.to)} now.`
    }
    case 'effect':
      return `${change.clause}, group ${change.group}: ${EFFECTS[change.from]} before, ${EFFECTS[change.to]} now.`
    case 'figures':
      return `Counts moved within their intervals: ${listed(change.clauses)}.`
    case 'reordered':
      return 'The same things stand in another order.'
  }
}

const EFFECTS = {
  benefits: 'it gained',
  burdens: 'it bore the cost',
  'not shown': 'not shown',
  unsaid: 'nothing said',
} as const

const Why: FC<{ children?: Child }> = ({ children }) => <p class="why">{children}</p>

/** Longer than a line: folded away, but there. */
const Turned: FC<{ what: string; from: string; to: string; unfolded: boolean }> = ({
  what,
  from,
  to,
  unfolded,
}) => (
  <details class="why" open={unfolded}>
    <summary>{what}</summary>
    <dl class="kv">
      <dt>Before</dt>
      <dd dir="auto">{from}</dd>
      <dt>Now</dt>
      <dd dir="auto">{to}</dd>
    </dl>
  </details>
)

function effectsSay(effects: readonly GroupEffect[]): string {
  const those = (effect: string) => effects.filter((one) => one.effect === effect).map(({ group }) => group)
  const told = [
    ['Helps', those('benefits')],
    ['Costs', those('burdens')],
    ['Not shown for', those('not shown')],
  ] as const
  return told
    .filter(([, groups]) => groups.length > 0)
    .map(([what, groups]) => `${what} ${listed(groups)}.`)
    .join(' ')
}
