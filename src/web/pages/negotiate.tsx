import type { FC } from 'hono/jsx'
import { notComparable } from '../../negotiate/index.ts'
import { Page } from '../page.tsx'
import { UnknownBox } from '../parts/marks.tsx'
import { capital, spelled } from '../spelled.ts'
import type { Frame, NegotiateView } from '../views.ts'
import { counted } from '../words.ts'
import { UnreadyPage } from './counting.tsx'
import { Drafting } from './negotiate/drafting.tsx'
import { Footings } from './negotiate/footings.tsx'
import { Prices } from './negotiate/prices.tsx'
import { RuleCards } from './negotiate/rule-cards.tsx'
import { partedSlates } from './negotiate/rules.ts'
import { Rulings } from './negotiate/rulings.tsx'
import { SlateTable } from './negotiate/slate-table.tsx'
import type { ReadyStudy } from './ready.ts'

interface NegotiateProps {
  readonly frame: Frame
  readonly view: NegotiateView
}

/** What each rule would choose from the same votes, side by side, and what gives way to what. */
export const NegotiatePage: FC<NegotiateProps> = ({ frame, view }) => {
  if (view.studied.kind !== 'ready')
    return <UnreadyPage frame={frame} current="negotiate" title="Negotiate" studied={view.studied} />
  const { study } = view.studied
  const { panel } = study
  const rules = spelled(panel.declared.length)
  return (
    <Page frame={frame} current="negotiate" title="Negotiate" styles={['negotiate']}>
      <main id="main" class="wrap">
        <div class="head">
          <p class="kicker">
            {`${capital(counted(panel.seats, 'place'))} · ${counted(panel.candidates.length, 'candidate')} · floors and dials are settled before`}
          </p>
          <h1>{titleOf(study)}</h1>
          <p class="lede">
            {`There is no neutral way to choose. Here are ${rules} rules that this assembly declared before the votes were counted, run on the same votes${besideText(panel)}. Where they agree, the choice is robust. Where they do not, the choice of rule is the politics, and a person must own it.`}
          </p>
        </div>
        {panel.candidates.length === 0 ? (
          <UnknownBox title="Nothing to choose from">
            <p>
              Every statement is settled already, or was seen by fewer than 20 people. When more people
              answer, there will be something to negotiate.
            </p>
          </UnknownBox>
        ) : (
          <>
            <SlateTable study={study} />
            {panel.parts.length > 1 ? (
              <UnknownBox title="Not everything can be compared">
                <p>{notComparable(panel.parts)}</p>
              </UnknownBox>
            ) : null}
            <Footings study={study} />
            <RuleCards study={study} />
            <Prices study={study} />
          </>
        )}
        <Rulings study={study} />
        <Drafting frame={frame} study={study} canDraft={view.canDraft} />
      </main>
    </Page>
  )
}

const besideText = ({ slates, declared }: ReadyStudy['panel']): string =>
  slates.length === declared.length
    ? ''
    : `, and ${spelled(slates.length - declared.length)} more beside them`

/** How far the rules agree, as a sentence. */
export function titleOf({ panel, map }: Pick<ReadyStudy, 'panel' | 'map'>): string {
  const rules = `${capital(spelled(panel.declared.length))} fair rules`
  const seats = partedSlates(panel).deciding.reduce((most, { seats: own }) => Math.max(most, own.length), 0)
  if (seats === 0) return 'Nothing to negotiate yet'
  if (panel.parted.length === 0)
    return map.grouping.kind === 'no-stable-groups'
      ? `${rules} coincide: there is only one group`
      : `${rules} agree on all ${spelled(seats)} places`
  return `${rules} agree on ${panel.shared.length === 0 ? 'none' : spelled(panel.shared.length)} of ${spelled(seats)} places`
}
