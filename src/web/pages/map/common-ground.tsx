import type { FC } from 'hono/jsx'
import type { StatementSupport } from '../../../map/index.ts'
import { Band, Group } from '../../parts/marks.tsx'
import { Said } from '../../parts/spoken.tsx'
import type { Mapped } from '../../views.ts'
import { counted, FEWEST_SHOWN } from '../../words.ts'
import { commonGround, type Shared } from './findings.ts'

/** How many are shown at once; the rest fold away (ADR 0041). */
const FIRST = 5

/** What every group agrees on, or rejects, with each group's own band. */
export const CommonGround: FC<{ study: Mapped }> = ({ study }) => {
  const shared = commonGround(study.map)
  const [first, rest] = [shared.slice(0, FIRST), shared.slice(FIRST)]
  const grouped = study.map.grouping.kind === 'groups'
  return (
    <section aria-labelledby="common">
      <h2 id="common">{grouped ? 'What every group agrees on' : 'What most people agree on'}</h2>
      {shared.length === 0 ? (
        <p>Nothing: on no statement is every group surely on the same side.</p>
      ) : (
        <>
          <SharedList study={study} shared={first} />
          {rest.length === 0 ? null : (
            <details>
              <summary>{`${counted(rest.length, 'more statement')}`}</summary>
              <SharedList study={study} shared={rest} />
            </details>
          )}
          <p class="src">
            Share of those who saw the statement; bands are 95 % intervals (Wilson). A statement is listed
            when the whole band of {grouped ? 'every group' : 'all people together'} lies above one half.{' '}
            {`“Not shown” means that fewer than ${FEWEST_SHOWN} people saw it.`}
          </p>
        </>
      )}
    </section>
  )
}

const SharedList: FC<{ study: Mapped; shared: readonly Shared[] }> = ({
  study: { map, listening },
  shared,
}) => (
  <ul class="shared">
    {shared.map(({ statement: id, direction }) => {
      const statement = listening.statements.find((one) => one.id === id)
      const support = map.support.find((one) => one.statement === id)
      if (statement === undefined || support === undefined) return null
      return (
        <li>
          <span class="serif">
            {direction === 'disagree' ? <strong class="against">✕ Rejected: </strong> : null}
            <Said statement={statement} />
          </span>
          <Who support={support} direction={direction} />
        </li>
      )
    })}
  </ul>
)

const Who: FC<{ support: StatementSupport; direction: Shared['direction'] }> = ({ support, direction }) => (
  <span class="who">
    {support.groups.size === 0 ? (
      <>
        <span>All</span>
        <Band interval={support.overall[direction]} />
      </>
    ) : (
      [...support.groups].map(([group, own]) => (
        <>
          <Group id={group} />
          <Band interval={own[direction]} group={group} />
        </>
      ))
    )}
  </span>
)
