import type { FC } from 'hono/jsx'
import type { GuaranteeCheck } from '../../../negotiate/index.ts'
import { Tag } from '../../parts/marks.tsx'
import { Quoted } from '../../parts/spoken.tsx'
import { counted, number } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { guaranteeTitle } from './rules.ts'

interface ChecksProps {
  readonly study: ReadyStudy
  readonly checks: readonly GuaranteeCheck[]
}

/** What was checked on this very slate: proved, or failed with its witness; nobody in the witness is named. */
export const Checks: FC<ChecksProps> = ({ study, checks }) => (
  <ul class="cert">
    {checks.length === 0 ? (
      <li>
        <Tag kind="unknown">unknown</Tag>
        <span>Nothing was checked on this slate.</span>
      </li>
    ) : (
      checks.map((check) => <Check study={study} check={check} />)
    )}
  </ul>
)

const Check: FC<{ study: ReadyStudy; check: GuaranteeCheck }> = ({ study: { listening }, check }) => (
  <li>
    <Tag kind={check.outcome === 'proved' ? 'kept' : 'broken'}>
      {check.outcome === 'proved' ? 'proved' : 'fails'}
    </Tag>
    <span>
      <b>{guaranteeTitle(check.guarantee)}.</b> {check.says}
      {check.outcome === 'fails' ? <Witness check={check} statements={listening.statements} /> : null}
    </span>
  </li>
)

interface WitnessProps {
  readonly check: Extract<GuaranteeCheck, { readonly outcome: 'fails' }>
  readonly statements: ReadyStudy['listening']['statements']
}

const Witness: FC<WitnessProps> = ({ check: { witness }, statements }) => {
  const claim = statements.find(({ id }) => id === witness.claim)
  return (
    <details>
      <summary>See the witness</summary>
      <p>
        {`${number(witness.people.length)} people could claim `}
        {claim === undefined ? witness.claim : <Quoted statement={claim} />}
        {`. They are owed ${counted(witness.owed, 'place')}; each of them agrees with fewer of those seated.`}
      </p>
    </details>
  )
}
