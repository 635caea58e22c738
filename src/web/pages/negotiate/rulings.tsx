import type { Child, FC } from 'hono/jsx'
import { captureSays } from '../../../charter/index.ts'
import type { GroupId } from '../../../kernel/index.ts'
import { ACCEPTED, cyclesOf, type RulingOutcome } from '../../../negotiate/index.ts'
import { Band, Group, Tag, UnknownBox } from '../../parts/marks.tsx'
import { Quoted } from '../../parts/spoken.tsx'
import { counted, FEWEST_SHOWN, listed, number, percent, shareText } from '../../words.ts'
import { texts } from '../conflicts/list.tsx'
import type { ReadyStudy } from '../ready.ts'
import { rulesSay, strengthSays, winText } from './ruling-words.ts'

/** What gives way to what, where no way to act honours both; ruled by comparisons, not by how loud a side is. */
export const Rulings: FC<{ study: ReadyStudy }> = ({ study }) => {
  const robust = study.rulings.filter(({ status }) => status === 'robust')
  const contested = study.rulings.filter(({ status }) => status === 'contested')
  return (
    <section aria-labelledby="rulings">
      <h2 id="rulings">What gives way to what</h2>
      <p class="meta">
        {`People compared responses to the cases in which two values collide. A ruling is accepted when the group-weighted majority prefers it with a probability of at least ${percent(ACCEPTED)} in 100, and is robust only if every declared rule agrees.`}
      </p>
      {study.rulings.length === 0 ? (
        <UnknownBox title="No ruling to make">
          <p>No two values are known to collide in a case that was described.</p>
        </UnknownBox>
      ) : (
        <>
          <Circles study={study} />
          <Part
            study={study}
            rulings={robust}
            title="Robust: every declared rule agrees"
            none="None is robust."
          />
          <Part
            study={study}
            rulings={contested}
            title="Contested: what is done today stays, with a review date"
            none="None is contested."
          />
        </>
      )}
    </section>
  )
}

/** Robust rulings that go round: each in its own cases, so that no value comes first everywhere. */
const Circles: FC<{ study: ReadyStudy }> = ({ study: { rulings, listening } }) => {
  const circles = cyclesOf(rulings)
  return circles.length === 0 ? null : (
    <div class="stack">
      <h3 class="part">{`${counted(circles.length, 'circle')}: no value comes first everywhere`}</h3>
      {circles.map((circle) => (
        <p>
          {texts(listening.statements, [...circle, ...circle.slice(0, 1)]).map((statement, at) => (
            <>
              {at === 0 ? null : ' goes before '}
              <Quoted statement={statement} />
            </>
          ))}
          {', each in its own cases.'}
        </p>
      ))}
    </div>
  )
}

interface PartProps {
  readonly study: ReadyStudy
  readonly rulings: readonly RulingOutcome[]
  readonly title: string
  readonly none: string
}

const Part: FC<PartProps> = ({ study, rulings, title, none }) => (
  <>
    <h3 class="part">{title}</h3>
    {rulings.length === 0 ? <p>{none}</p> : null}
    <div class="cards">
      {rulings.map((ruling) => (
        <RulingCard study={study} ruling={ruling} />
      ))}
    </div>
  </>
)

const RulingCard: FC<{ study: ReadyStudy; ruling: RulingOutcome }> = ({
  study: { listening, captures },
  ruling,
}) => {
  const price = captures.rulings.find(
    ({ prefer: own, over }) => own === ruling.prefer && over === ruling.over,
  )
  const [prefer, over] = texts(listening.statements, [ruling.prefer, ruling.over])
  if (prefer === undefined || over === undefined) return null
  const named = `ruling-${ruling.prefer}-${ruling.over}`
  const compared = ruling.support.n > 0
  // What a rule makes of one person's comparison is that person's answer.
  const told = ruling.support.n >= FEWEST_SHOWN
  return (
    <article class="card rule" aria-labelledby={named}>
      <p class="row">
        <Tag kind="ruling">ruling</Tag>
        <Tag kind={ruling.status === 'robust' ? 'kept' : compared ? 'conflicting' : 'unknown'}>
          {compared ? ruling.status : 'unknown'}
        </Tag>
      </p>
      <h4 id={named} class="over">
        <Quoted statement={prefer} /> <span class="versus">{told ? 'over' : 'or'}</span>{' '}
        <Quoted statement={over} />
      </h4>
      <p class="meta">{whereText(ruling, listening.cases)}</p>
      {compared ? (
        <>
          <p>{supportText(ruling)}</p>
          {told && price ? <p>{captureSays(price.capture)}</p> : null}
          {told ? <Effects ruling={ruling} /> : null}
        </>
      ) : (
        <UnknownBox title="Nobody compared these two">
          <p>
            Nothing is known of which should give way. To settle it, ask people which response they prefer
            there.
          </p>
        </UnknownBox>
      )}
    </article>
  )
}

const whereText = ({ cases, outside }: RulingOutcome, all: ReadyStudy['listening']['cases']): string => {
  const titles = all.filter(({ id }) => cases.includes(id)).map(({ title }) => `“${title}”`)
  const beyond =
    outside.length === 0
      ? ''
      : ` It says nothing about ${counted(outside.length, 'other case')} in which both matter.`
  return `In ${counted(cases.length, 'case')}: ${listed(titles)}.${beyond}`
}

/** Group by group: who prefers it, who gains and who bears it, and what each declared rule says. */
const Effects: FC<{ ruling: RulingOutcome }> = ({ ruling }) => (
  <>
    {ruling.groups.size === 0 ? null : (
      <div class="who">
        {[...ruling.groups].map(([group, support]) => (
          <>
            <Group id={group} />
            <Band interval={support} group={group} half />
          </>
        ))}
      </div>
    )}
    <dl class="kv">
      {ruling.groups.size === 0 ? (
        <>
          <dt>Benefits, bears it</dt>
          <dd>unknown: there are no stable groups</dd>
        </>
      ) : (
        <>
          <Effect term="Benefits" groups={ruling.benefits} none="no group surely" />
          <Effect term="Bears it" groups={ruling.burdens} none="no group surely" />
          <Effect term="Not shown" groups={ruling.notShown} none="every group could be shown" />
        </>
      )}
      <dt>How strongly</dt>
      <dd>{strengthSays(ruling.strength)}</dd>
      <dt>Declared rules</dt>
      <dd>{rulesSay(ruling.byRule, ruling.prefer)}</dd>
      <dt>Other rules, which decide nothing</dt>
      <dd>{rulesSay(ruling.inContrast, ruling.prefer)}</dd>
    </dl>
  </>
)

/** How many prefer it; of too few people nothing but how many they are. */
function supportText({ support, groups, winProbability }: RulingOutcome): string {
  if (support.n < FEWEST_SHOWN)
    return `How many prefer it: not shown. ${counted(support.n, 'person', 'people')} compared, we need ${FEWEST_SHOWN}.`
  const majority = groups.size === 0 ? 'the majority' : 'the group-weighted majority'
  return `Preferred by ${shareText(support)} of the ${number(support.n)} who compared; ${majority} with a probability of ${winText(winProbability)}.`
}

const Effect: FC<{ term: string; groups: readonly GroupId[]; none: string }> = ({
  term,
  groups,
  none,
}): Child => (
  <>
    <dt>{term}</dt>
    <dd class="row">{groups.length === 0 ? none : groups.map((group) => <Group id={group} />)}</dd>
  </>
)
