import type { FC } from 'hono/jsx'
import type { Charter, Round } from '../../../charter/index.ts'
import { moment } from '../../dates.ts'
import { counted, listed, percent } from '../../words.ts'
import { planSays } from '../charter/vote.ts'
import { ruleOf } from '../negotiate/rules.ts'

/** What the round is held under, and since when nobody can change it. */
export const Terms: FC<{ round: Pick<Round, 'draft' | 'opened' | 'terms'> }> = ({
  round: { draft, opened, terms },
}) => (
  <section class="card stack" aria-labelledby="h-terms">
    <h2 id="h-terms">Fixed before anything is counted</h2>
    <p>{`Since ${moment(opened)} nobody can change these while the round is open, nor before the vote.`}</p>
    <dl class="kv">
      <dt>Rule in force</dt>
      <dd>{`${titleOf(draft.method.rule)}, ${counted(draft.method.seats, 'seat')}`}</dd>
      <dt>Beside it</dt>
      <dd>{listed(draft.method.otherRules.map(titleOf))}</dd>
      <dt>Thresholds</dt>
      <dd>{thresholdsSay(draft.method.thresholds)}</dd>
      <dt>The vote</dt>
      <dd>{planSays(draft.ratificationPlan)}</dd>
    </dl>
    <p class="src">
      Digest of all of it: <code>{terms}</code>
    </p>
  </section>
)

const titleOf = (rule: string): string => ruleOf({ rule }).title

const thresholdsSay = ({
  floorOverall,
  floorEachGroup,
  rulingWinProbability,
}: Charter['method']['thresholds']) =>
  `A floor: surely ${percent(floorOverall)} % of all and ${percent(floorEachGroup)} % of each group. A ruling: ${percent(rulingWinProbability)} % sure.`
