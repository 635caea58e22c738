import type { Child, FC } from 'hono/jsx'
import {
  beyondCapture,
  type Charter,
  type Contested,
  type Dial,
  type Floor,
  type Principle,
  type Provenance,
} from '../../../charter/index.ts'
import { called } from '../../../negotiate/index.ts'
import { Tag } from '../../parts/marks.tsx'
import { listed } from '../../words.ts'
import { ClauseDissent } from './dissent.tsx'
import { Effects } from './effects.tsx'
import { Kept, type Tested } from './kept.tsx'
import { MachineNote } from './machine-note.tsx'
import { Price } from './price.tsx'
import { ReviewSays } from './review.tsx'
import { SupportBands } from './support.tsx'
import { wishesSay } from './wishes.ts'
import { anchorOf, decidersSay, FALLBACKS, motiveSays, ruleLooksFor, ruleSays } from './words.ts'

interface ClausesProps {
  readonly charter: Charter
  readonly tested: Tested
}

/** What binds for everyone. */
export const Floors: FC<ClausesProps> = ({ charter, tested }) => {
  const floors = charter.principles.filter((one): one is Floor => one.kind === 'floor')
  return (
    <section id="floors" aria-labelledby="h-floors">
      <h2 id="h-floors">Floors</h2>
      <p class="meta">They bind for everyone. No setting, operator or model can lift them.</p>
      {floors.length === 0 ? (
        <p>No floor: nothing binds for everyone.</p>
      ) : (
        <p class="meta">{beyondCapture(charter.capture.newGroup)}</p>
      )}
      {floors.map((floor) => (
        <Stated charter={charter} clause={floor} tags={<Tag kind="floor">Floor</Tag>}>
          <div class="cols">
            <dl class="kv">
              <Grounds clause={floor} />
              <Price clause={floor} />
              <dt>Kept?</dt>
              <dd>
                <Kept clause={floor.id} tested={tested} />
              </dd>
            </dl>
            <SupportBands support={floor.support} says="Who agree with it; the line marks half" />
          </div>
        </Stated>
      ))}
    </section>
  )
}

/** What each person sets for themselves. */
export const Dials: FC<ClausesProps> = ({ charter, tested }) => {
  const dials = charter.principles.filter((one): one is Dial => one.kind === 'dial')
  return (
    <section id="dials" aria-labelledby="h-dials">
      <h2 id="h-dials">Dials</h2>
      <p class="meta">They concern only you, so you set them, within bounds that hold for everyone.</p>
      {dials.length === 0 ? <p>No dial: nothing is left to each person.</p> : null}
      {dials.map((dial) => (
        <Stated charter={charter} clause={dial} tags={<Tag kind="dial">Dial</Tag>}>
          <div class="cols">
            <div class="stack">
              <DialBox dial={dial} />
              <SupportBands support={dial.support} says="Who agree with it; the line marks half" />
            </div>
            <dl class="kv">
              <Grounds clause={dial} />
              <dt>Bound by</dt>
              <dd>Every floor. A dial never moves a floor.</dd>
              <dt>Kept?</dt>
              <dd>
                <Kept clause={dial.id} tested={tested} />
              </dd>
            </dl>
          </div>
        </Stated>
      ))}
    </section>
  )
}

/** What some rules take in and others leave out; it binds nobody until it is looked at again. */
export const ContestedPrinciples: FC<{ charter: Charter }> = ({ charter }) => {
  const contested = charter.contested.filter(
    (one): one is Extract<Contested, { kind: 'principle' }> => one.kind === 'principle',
  )
  if (contested.length === 0) return null
  return (
    <section id="contested" aria-labelledby="h-contested">
      <h2 id="h-contested">Contested</h2>
      <p class="meta">Not settled: it hangs on the rule of counting. None of these binds until its review.</p>
      {contested.map((clause) => (
        <Stated
          charter={charter}
          clause={clause}
          tags={
            <>
              <Tag kind="conflicting">contested</Tag>
              <ReviewSays charter={charter} reviewAfter={clause.reviewAfter} />
            </>
          }
        >
          <div class="cols">
            <dl class="kv">
              <Grounds clause={clause} />
              <dt>Taken in by</dt>
              <dd>{rulesSay(clause.seatedBy)}</dd>
              <dt>Left out by</dt>
              <dd>{rulesSay(clause.leftOutBy)}</dd>
              <Price clause={clause} />
              <dt>Until then</dt>
              <dd>{FALLBACKS[clause.fallback]}</dd>
            </dl>
            <SupportBands support={clause.support} says="Who agree with it; the line marks half" />
          </div>
        </Stated>
      ))}
    </section>
  )
}

const rulesSay = (rules: readonly string[]): string =>
  rules.length === 0 ? 'no declared rule' : listed(rules.map(called))

interface StatedProps {
  readonly charter: Charter
  readonly clause: Principle | Extract<Contested, { kind: 'principle' }>
  readonly tags: Child
  readonly children?: Child
}

const Stated: FC<StatedProps> = ({ charter, clause, tags, children }) => {
  const anchor = anchorOf(clause.id)
  return (
    <article class="card clause" aria-labelledby={anchor}>
      <p class="row">
        {tags}
        <span class="id">{clause.id}</span>
      </p>
      <h3 id={anchor} dir="auto">
        {clause.text}
      </h3>
      <MachineNote charter={charter} clause={clause.id} />
      {children}
      {clause.burdens.length + clause.notShown.length > 0 ? <Effects {...clause} /> : null}
      <ClauseDissent charter={charter} clause={clause.id} dissent={clause.dissent} />
      <Behind clause={clause} />
    </article>
  )
}

const Grounds: FC<{ clause: StatedProps['clause'] }> = ({ clause }) => (
  <>
    <dt>Why</dt>
    <dd>{motiveSays(clause.motive)}</dd>
    <dt>Rests on</dt>
    <dd dir="auto">{clause.because}</dd>
    <dt>Decided by</dt>
    <dd>{decidersSay(clause)}</dd>
    <dt>What they wish</dt>
    <dd>{wishesSay(clause.secondOrder)}</dd>
  </>
)

const ORIGINS = {
  seed: 'A statement that the assembly began with',
  participant: 'A statement of a participant',
  mediator: 'A statement that a machine wrote',
} as const satisfies Record<Provenance['origin'], string>

const cameFrom = ({ provenance: { origin, agree, pass, disagree, unseen } }: StatedProps['clause']): string =>
  `${ORIGINS[origin]}: ${agree} agree, ${pass} pass, ${disagree} disagree; ${unseen} did not see it.`

/** Down to the votes and the rules, for whoever checks. */
const Behind: FC<{ clause: StatedProps['clause'] }> = ({ clause }) => (
  <details>
    <summary>
      {clause.kind === 'floor' ? 'Where it comes from, and how it is checked' : 'Where it comes from'}
    </summary>
    <div class="stack checked">
      <p>{cameFrom(clause)}</p>
      {clause.kind === 'floor' ? (
        <ul>
          {clause.rules.map((rule) => (
            <li>
              {ruleSays(rule)} <code dir="auto">{ruleLooksFor(rule)}</code>
              {rule.when.kind === 'always' ? null : (
                <>
                  {' '}
                  Where: <code dir="auto">{rule.when.pattern}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  </details>
)

/** The bounds as a picture; the same in words beneath it. */
const DialBox: FC<{ dial: Dial }> = ({ dial: { scale } }) => (
  <div class="dialbox">
    <div
      class="track"
      aria-hidden="true"
      style={`--from:${25 * scale.from};--to:${25 * scale.to};--start:${25 * scale.start}`}
    >
      <i />
    </div>
    <div class="ends">
      <span dir="auto">{scale.low.label}</span>
      <span dir="auto">{scale.high.label}</span>
    </div>
    <p class="meta">{dialSays(scale)}</p>
  </div>
)

/**
 * How far a person may turn a dial, counted from 0 as where it is set.
 *
 * @example
 * dialSays({ from: 0, to: 4, start: 2 }) // => 'You may set it anywhere from 0 to 4. It begins at 2.'
 * dialSays({ from: 1, to: 3, start: 1 }) // => 'You may set it from 1 to 3 of 0 to 4, the shaded part. It begins at 1.'
 */
export const dialSays = ({ from, to, start }: Pick<Dial['scale'], 'from' | 'to' | 'start'>): string =>
  from === 0 && to === 4
    ? `You may set it anywhere from 0 to 4. It begins at ${start}.`
    : `You may set it from ${from} to ${to} of 0 to 4, the shaded part. It begins at ${start}.`
