import type { Child, FC } from 'hono/jsx'
import type { Charter, Contested, Ruling } from '../../../charter/index.ts'
import { Tag } from '../../parts/marks.tsx'
import type { Frame } from '../../views.ts'
import { addressOf } from '../conflicts/address.ts'
import { strengthSays, winText } from '../negotiate/ruling-words.ts'
import { Circles } from './circles.tsx'
import { ClauseDissent } from './dissent.tsx'
import { Effects } from './effects.tsx'
import { Kept, type Tested } from './kept.tsx'
import { MachineNote } from './machine-note.tsx'
import { Over } from './over.tsx'
import { Price } from './price.tsx'
import { ReviewSays } from './review.tsx'
import { SupportBands } from './support.tsx'
import { wishesSay } from './wishes.ts'
import { anchorOf, decidersSay, FALLBACKS, motiveSays } from './words.ts'

interface RulingsProps {
  readonly frame: Frame
  readonly charter: Charter
  readonly tested: Tested
}

type ContestedRuling = Extract<Contested, { kind: 'ruling' }>

/** Where two values collide and one gives way; what is contested stands beside what is settled. */
export const Rulings: FC<RulingsProps> = ({ frame, charter, tested }) => {
  const contested = charter.contested.filter((one): one is ContestedRuling => one.kind === 'ruling')
  return (
    <section id="rulings" aria-labelledby="h-rulings">
      <h2 id="h-rulings">Rulings</h2>
      <p class="meta">
        Where two values collide, one gives way. Each ruling says so. A contested ruling does not bind.
      </p>
      {charter.rulings.length + contested.length > 0 ? null : <p>No ruling: nothing is known to give way.</p>}
      {charter.rulings.length + contested.length === 0 ? null : <Circles cycles={charter.cycles} />}
      {charter.rulings.map((ruling) => (
        <RulingCard frame={frame} charter={charter} ruling={ruling}>
          <dt>Kept?</dt>
          <dd>
            <Kept clause={ruling.id} tested={tested} />
          </dd>
        </RulingCard>
      ))}
      {contested.map((ruling) => (
        <RulingCard frame={frame} charter={charter} ruling={ruling}>
          <dt>Until then</dt>
          <dd>{FALLBACKS[ruling.fallback]}</dd>
        </RulingCard>
      ))}
    </section>
  )
}

interface RulingProps {
  readonly frame: Frame
  readonly charter: Charter
  readonly ruling: Ruling | ContestedRuling
  readonly children?: Child
}

const RulingCard: FC<RulingProps> = ({ frame, charter, ruling, children }) => {
  const anchor = anchorOf(ruling.id)
  return (
    <article class="card clause" aria-labelledby={anchor}>
      <p class="row">
        <Tag kind="ruling">Ruling</Tag>
        <span class="id">{ruling.id}</span>
        {'fallback' in ruling ? <Tag kind="conflicting">contested</Tag> : null}
        <ReviewSays charter={charter} reviewAfter={ruling.reviewAfter} />
      </p>
      <h3 id={anchor} class="over">
        <Over prefer={ruling.prefer.text} over={ruling.over.text} />
      </h3>
      <MachineNote charter={charter} clause={ruling.id} />
      <dl class="kv">
        <dt>When</dt>
        <dd>
          <Cases cases={ruling.when} />
        </dd>
        <dt>Not when</dt>
        <dd>{ruling.notWhen.length === 0 ? 'No case is excepted.' : <Cases cases={ruling.notWhen} />}</dd>
        <dt>Because</dt>
        <dd dir="auto">{ruling.because}</dd>
        <dt>Why it exists</dt>
        <dd>{motiveSays(ruling.motive)}</dd>
        <dt>Decided by</dt>
        <dd>{decidersSay(ruling)}</dd>
        <dt>How strongly</dt>
        <dd>{strengthSays(ruling.strength)}</dd>
        <dt>Declared rules</dt>
        <dd>{rulesSay(ruling.byRule, ruling)}</dd>
        <dt>Other rules, which decide nothing</dt>
        <dd>{rulesSay(ruling.inContrast, ruling)}</dd>
        <dt>What holders of the first wish</dt>
        <dd>{wishesSay(ruling.secondOrder.prefer)}</dd>
        <dt>What holders of the second wish</dt>
        <dd>{wishesSay(ruling.secondOrder.over)}</dd>
        <Price clause={ruling} />
        {children}
      </dl>
      <Effects {...ruling} />
      <SupportBands support={ruling.support} says={supportSays(ruling)} />
      <ClauseDissent charter={charter} clause={ruling.id} dissent={ruling.dissent} />
      <p>
        <a href={casesOf(frame, ruling)}>The cases behind it</a>
      </p>
    </article>
  )
}

const supportSays = ({ winProbability }: Ruling | ContestedRuling): string =>
  `Support for the ruling; the line marks half. The group-weighted majority prefers it with a probability of ${winText(winProbability)}.`

const Cases: FC<{ cases: Ruling['when'] }> = ({ cases }) => (
  <ul class="plain">
    {cases.map(({ title }) => (
      <li dir="auto">{title}</li>
    ))}
  </ul>
)

const rulesSay = (rules: Ruling['byRule'], { prefer }: Ruling | ContestedRuling): string =>
  rules
    .map(
      ({ rule, prefers }) =>
        `${rule}: ${prefers === null ? 'names neither' : prefers === prefer.statement ? 'agrees' : 'names the other'}`,
    )
    .join(' · ')

/** The conflict that the ruling settles, opened at its first case. */
const casesOf = (frame: Frame, { prefer, over, when: [first] }: Ruling | ContestedRuling): string =>
  addressOf(frame, {
    standing: 'conflicting',
    statements: [prefer.statement, over.statement],
    ...(first === undefined ? {} : { case: first.id }),
  })
