import type { Child, FC } from 'hono/jsx'
import type { Charter, Contested, Ruling } from '../../../charter/index.ts'
import { Tag, UnknownBox } from '../../parts/marks.tsx'
import type { Frame } from '../../views.ts'
import { counted, FEWEST_SHOWN } from '../../words.ts'
import { addressOf } from '../conflicts/address.ts'
import { rulesSay, strengthSays, winText } from '../negotiate/ruling-words.ts'
import { Circles } from './circles.tsx'
import { ClauseDissent } from './dissent.tsx'
import { Effects } from './effects.tsx'
import { Kept, type Tested } from './kept.tsx'
import { MachineNote } from './machine-note.tsx'
import { betweenOf, Over } from './over.tsx'
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
  // What a rule makes of a few people’s comparisons would tell those.
  const told = ruling.support.overall.n >= FEWEST_SHOWN
  return (
    <article class="card clause" aria-labelledby={anchor}>
      <p class="row">
        <Tag kind="ruling">Ruling</Tag>
        <span class="id">{ruling.id}</span>
        {'fallback' in ruling ? <Tag kind="conflicting">contested</Tag> : null}
        {told ? null : <Tag kind="unknown">unknown</Tag>}
        <ReviewSays charter={charter} reviewAfter={ruling.reviewAfter} />
      </p>
      <h3 id={anchor} class="over">
        <Over prefer={ruling.prefer.text} over={ruling.over.text} between={betweenOf(ruling)} />
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
        {told ? <HowSure ruling={ruling} /> : null}
        <dt>What holders of the first wish</dt>
        <dd>{wishesSay(ruling.secondOrder.prefer)}</dd>
        <dt>What holders of the second wish</dt>
        <dd>{wishesSay(ruling.secondOrder.over)}</dd>
        <Price clause={ruling} />
        {children}
      </dl>
      {told ? (
        <>
          <Effects {...ruling} />
          <SupportBands support={ruling.support} says={supportSays(ruling)} />
        </>
      ) : (
        <TooFew compared={ruling.support.overall.n} />
      )}
      <ClauseDissent charter={charter} clause={ruling.id} dissent={ruling.dissent} />
      <p>
        <a href={casesOf(frame, ruling)}>The cases behind it</a>
      </p>
    </article>
  )
}

const TooFew: FC<{ compared: number }> = ({ compared }) => (
  <UnknownBox title={compared === 0 ? 'Nobody compared these two' : 'Too few compared these two'}>
    <p>
      {`Which should give way, who would benefit and who would bear the cost: not shown. ${counted(compared, 'person', 'people')} compared, we need ${FEWEST_SHOWN}.`}
    </p>
  </UnknownBox>
)

/** How strongly the first is preferred, and what each way of counting makes of it. */
const HowSure: FC<{ ruling: Ruling | ContestedRuling }> = ({
  ruling: { strength, byRule, inContrast, prefer },
}) => (
  <>
    <dt>How strongly</dt>
    <dd>{strengthSays(strength)}</dd>
    <dt>Declared rules</dt>
    <dd>{rulesSay(byRule, prefer.statement)}</dd>
    <dt>Other rules, which decide nothing</dt>
    <dd>{rulesSay(inContrast, prefer.statement)}</dd>
  </>
)

const supportSays = ({ winProbability }: Ruling | ContestedRuling): string =>
  `Support for the ruling; the line marks half. The group-weighted majority prefers it with a probability of ${winText(winProbability)}.`

const Cases: FC<{ cases: Ruling['when'] }> = ({ cases }) => (
  <ul class="plain">
    {cases.map(({ title }) => (
      <li dir="auto">{title}</li>
    ))}
  </ul>
)

/** The conflict that the ruling settles, opened at its first case. */
const casesOf = (frame: Frame, { prefer, over, when: [first] }: Ruling | ContestedRuling): string =>
  addressOf(frame, {
    standing: 'conflicting',
    statements: [prefer.statement, over.statement],
    ...(first === undefined ? {} : { case: first.id }),
  })
