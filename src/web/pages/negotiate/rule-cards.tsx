import type { FC } from 'hono/jsx'
import { called, type GroupUtility, type Slate } from '../../../negotiate/index.ts'
import { Group, NotShown } from '../../parts/marks.tsx'
import { Range } from '../../parts/range.tsx'
import { capital } from '../../spelled.ts'
import { counted, FEWEST_SHOWN, listed } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { Checks } from './checks.tsx'
import { type Compared, compared } from './compared.ts'
import { Effects } from './effects.tsx'
import { partedSlates, ruleOf } from './rules.ts'

/** One card per rule: what it does, who gains and who bears it, what is proved; the declared ones first. */
export const RuleCards: FC<{ study: ReadyStudy }> = ({ study }) => (
  <section aria-labelledby="w">
    <h2 id="w">Who benefits, who bears it, and what is proved</h2>
    <p class="meta">
      {study.map.grouping.kind === 'groups'
        ? `The bar shows how many of the ${study.panel.seats} places a person in that group approves, on average, had they seen them all; bands are 95 % intervals (Bayesian bootstrap).`
        : 'There are no stable groups, so nobody can say which group gains and which bears it.'}
    </p>
    <Cards study={study} slates={partedSlates(study.panel).deciding} />
    <Beside study={study} slates={partedSlates(study.panel).beside} />
  </section>
)

interface CardsProps {
  readonly study: ReadyStudy
  readonly slates: readonly Slate[]
}

const Cards: FC<CardsProps> = ({ study, slates }) => (
  <div class="cards">
    {slates.map((slate) => (
      <RuleCard study={study} slate={slate} />
    ))}
  </div>
)

/** The rules that decide nothing here, folded away. */
const Beside: FC<CardsProps> = ({ study, slates }) =>
  slates.length === 0 ? null : (
    <details class="beside">
      <summary>{`${capital(counted(slates.length, 'more rule'))}, to compare with`}</summary>
      <p class="meta">
        They were not declared, so no seat depends on them. Each saw one draw of the people in twenty at most.
      </p>
      <Cards study={study} slates={slates} />
    </details>
  )

const RuleCard: FC<{ study: ReadyStudy; slate: Slate }> = ({ study, slate }) => {
  const { panel } = study
  const { title, sentence, source } = ruleOf(slate)
  const inForce = slate.rule === panel.inForce
  const name = `rule-${slate.rule}`
  return (
    <article class={`card rule${inForce ? ' chosen' : ''}`} aria-labelledby={name}>
      <h3 id={name}>{title}</h3>
      <p>{sentence}</p>
      {slate.utilities.length === 0 ? null : (
        <>
          <p>
            <strong>{comparedText(compared(slate, panel), called(panel.inForce))}</strong>
          </p>
          <Utilities slate={slate} seats={panel.seats} />
          <Effects slate={slate} />
        </>
      )}
      <Checks study={study} checks={slate.checks} />
      {inForce ? <p class="meta">In force: declared before the votes were counted.</p> : null}
      <details>
        <summary>Where the rule comes from</summary>
        <p class="meta">{source}</p>
      </details>
    </article>
  )
}

/** Who gains and who bears it, as a sentence. */
export function comparedText(so: Compared, inForce: string): string {
  if (so.kind === 'same') return `The same places as ${inForce}, reached another way.`
  if (so.kind === 'in-force')
    return so.least.length === 0
      ? 'No group is surely behind another.'
      : `${listed(so.least.map(({ group }) => group))} surely ${so.least.length === 1 ? 'approves' : 'approve'} fewer of its places than another group.`
  if (so.gain.length + so.bear.length === 0)
    return `Beside ${inForce}, it is too close to say who gains or bears it.`
  const gain = so.gain.length === 0 ? 'no group surely gains' : `${gainers(so.gain)}`
  const bear =
    so.bear.length === 0
      ? 'no group surely bears it'
      : `${listed(so.bear)} ${so.bear.length === 1 ? 'bears' : 'bear'} it`
  return `Beside ${inForce}: ${gain}, ${bear}.`
}

const gainers = (groups: readonly string[]): string =>
  `${listed(groups)} ${groups.length === 1 ? 'gains' : 'gain'}`

const Utilities: FC<{ slate: Slate; seats: number }> = ({ slate, seats }) => (
  <div class="who">
    {slate.utilities.map(({ group, approved }) => (
      <>
        <Group id={group} />
        {approved.n < FEWEST_SHOWN ? (
          <NotShown people={approved.n} />
        ) : (
          <Range interval={approved} of={Math.max(1, seats)} group={group}>
            {placesText(approved)}
          </Range>
        )}
      </>
    ))}
  </div>
)

/**
 * @example
 * placesText({ estimate: 5.268, low: 5.078, high: 5.451 }) // => '5.3 (5.1–5.5)'
 */
export const placesText = ({
  estimate,
  low,
  high,
}: Pick<GroupUtility['approved'], 'estimate' | 'low' | 'high'>): string =>
  `${estimate.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`
