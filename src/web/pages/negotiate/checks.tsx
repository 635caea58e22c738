import type { FC } from 'hono/jsx'
import type { GuaranteeCheck } from '../../../negotiate/index.ts'
import { Tag } from '../../parts/marks.tsx'
import { Quoted } from '../../parts/spoken.tsx'
import { counted, FEWEST_SHOWN, number } from '../../words.ts'
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

const MARKS = { proved: 'kept', fails: 'broken', unknown: 'unknown' } as const

const Check: FC<{ study: ReadyStudy; check: GuaranteeCheck }> = ({ study, check }) => (
  <li>
    <Tag kind={MARKS[check.outcome]}>{check.outcome}</Tag>
    <span>
      <b>{guaranteeTitle(check.guarantee)}.</b> {check.says}
      {check.outcome === 'fails' ? <Witness check={check} study={study} /> : null}
    </span>
  </li>
)

interface WitnessProps {
  readonly check: Extract<GuaranteeCheck, { readonly outcome: 'fails' }>
  readonly study: ReadyStudy
}

const Witness: FC<WitnessProps> = ({ check: { witness }, study }) => {
  const claimed = study.listening.statements.filter(({ id }) => witness.claims.includes(id))
  return (
    <details>
      <summary>See the witness</summary>
      <p>
        {`${counted(witness.people.length, 'person', 'people')}${whence(witness.people, study.map.people)} could claim `}
        {claimed.length === 1 ? 'this statement' : 'these statements'}
        {`. They are enough for ${counted(witness.owed, 'place')}.`}
      </p>
      <ul>
        {claimed.map((statement) => (
          <li>
            <Quoted statement={statement} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/**
 * Which group most of them are in, where neither those in it nor the others are too few to tell.
 *
 * @example
 * whence(['a', 'b'], []) // => ''
 */
export function whence(witness: readonly string[], people: readonly Placed[]): string {
  const among = new Set(witness)
  const sizes = new Map<string, number>()
  for (const { id, group } of people)
    if (group !== null && among.has(id)) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const [group, most] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  const others = witness.length - most
  if (most < FEWEST_SHOWN || most <= others || (others > 0 && others < FEWEST_SHOWN)) return ''
  return others === 0 ? `, all in ${group},` : `, ${number(most)} of them in ${group},`
}

type Placed = Pick<ReadyStudy['map']['people'][number], 'id' | 'group'>
