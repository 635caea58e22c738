import type { FC } from 'hono/jsx'
import type { Statement } from '../../../listen/index.ts'
import { Band, Group } from '../../parts/marks.tsx'
import { Quoted } from '../../parts/spoken.tsx'
import { counted, FEWEST_SHOWN, number } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { holdersIn } from './holders.ts'

interface SidesProps {
  readonly study: ReadyStudy
  readonly statements: readonly Statement[]
}

/** Who holds which side, group by group, and how many hold all of them at once. */
export const Sides: FC<SidesProps> = ({ study, statements }) => (
  <div class="stack sides">
    <h3>{statements.length === 1 ? 'Who holds it' : 'Who holds which side'}</h3>
    {statements.map((statement) => (
      <Side study={study} statement={statement} />
    ))}
    {statements.length > 1 ? <HoldAll study={study} statements={statements} /> : null}
    <p class="src">Share who agree, of those who saw the statement; bands are 95 % intervals (Wilson).</p>
  </div>
)

const Side: FC<{ study: ReadyStudy; statement: Statement }> = ({ study: { map }, statement }) => {
  const support = map.support.find((one) => one.statement === statement.id)
  return (
    <div>
      <p class="t">
        <Quoted statement={statement} />
      </p>
      {support === undefined ? (
        <p class="meta">Nobody has answered it.</p>
      ) : (
        <div class="who">
          {[...support.groups].map(([group, { agree }]) => (
            <>
              <Group id={group} />
              <Band interval={agree} group={group} half />
            </>
          ))}
          {support.groups.size > 0 ? null : (
            <>
              <span>All</span>
              <Band interval={support.overall.agree} half />
            </>
          )}
        </div>
      )}
    </div>
  )
}

const HoldAll: FC<SidesProps> = ({ study, statements }) => {
  const both = statements.length === 2 ? 'both' : `all ${number(statements.length)}`
  const { sawAll, all, asked, wishOtherwise } = holdersIn(study.listening)(statements.map(({ id }) => id))
  if (sawAll < FEWEST_SHOWN)
    return (
      <p class="meta">{`How many hold ${both}: not shown. ${counted(sawAll, 'person', 'people')} saw ${both}, we need ${FEWEST_SHOWN}.`}</p>
    )
  return (
    <p>
      {`${capitalCount(all, 'person holds', 'people hold')} ${both}, of ${number(sawAll)} who saw ${both}. `}
      {all === 0 ? null : wishes(asked, wishOtherwise)}
    </p>
  )
}

const wishes = (asked: number, wishOtherwise: number): string =>
  asked === 0
    ? 'None of them was asked whether they want to feel so.'
    : `Of the ${number(asked)} of them who said whether they want to feel so, ${number(wishOtherwise)} wish they felt otherwise about one.`

const capitalCount = (count: number, one: string, many: string): string =>
  count === 0 ? `No ${many}` : counted(count, one, many)
