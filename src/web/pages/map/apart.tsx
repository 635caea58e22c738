import type { FC } from 'hono/jsx'
import type { GroupId, StatementId } from '../../../kernel/index.ts'
import type { OpinionMap } from '../../../map/index.ts'
import { Group } from '../../parts/marks.tsx'
import { Said } from '../../parts/spoken.tsx'
import { Stacked, StackedKey } from '../../parts/stacked.tsx'
import type { Mapped } from '../../views.ts'
import { FEWEST_SHOWN } from '../../words.ts'

/** How many statements speak for each group, and divide people where there are no groups (ADR 0041). */
const FEW = 3

/** What sets the groups apart; without groups, what divides people most. */
export const Apart: FC<{ study: Mapped }> = ({ study }) => {
  const { grouping } = study.map
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">
        {grouping.kind === 'groups'
          ? 'What each group says that the others do not'
          : 'What divides people most'}
      </h2>
      <StackedKey />
      <div class="sayings">
        {grouping.kind === 'groups'
          ? grouping.groups.map(({ id }) => <Sayings study={study} group={id} />)
          : dividing(study.map).map((statement) => (
              <article class="card">
                <Saying study={study} statement={statement} />
              </article>
            ))}
      </div>
    </section>
  )
}

const Sayings: FC<{ study: Mapped; group: GroupId }> = ({ study, group }) => (
  <article class="card">
    <h3>
      <Group id={group}>{`Group ${group}`}</Group>
    </h3>
    {study.map.representative
      .filter((one) => one.group === group)
      .slice(0, FEW)
      .map(({ statement, direction }) => (
        <Saying study={study} statement={statement} against={direction === 'disagree'} />
      ))}
  </article>
)

const Saying: FC<{ study: Mapped; statement: StatementId; against?: boolean }> = ({
  study: { map, listening },
  statement: id,
  against = false,
}) => {
  const statement = listening.statements.find((one) => one.id === id)
  const support = map.support.find((one) => one.statement === id)
  if (statement === undefined || support === undefined) return null
  return (
    <div class="st">
      <p>
        {against ? <strong class="against">✕ Against: </strong> : null}
        <Said statement={statement} />
      </p>
      <div class="bars">
        {support.groups.size === 0 ? (
          <>
            <span>All</span>
            <Stacked tally={support.overall.tally} people={map.people.length} />
          </>
        ) : (
          [...support.groups].map(([group, { tally }]) => (
            <>
              <Group id={group} />
              <Stacked tally={tally} people={map.people.filter((one) => one.group === group).length} />
            </>
          ))
        )}
      </div>
    </div>
  )
}

/** The statements on which sides are most even, of those enough people took a side on. */
const dividing = ({ divisiveness }: OpinionMap): readonly StatementId[] =>
  divisiveness
    .filter(({ sides }) => sides.n >= FEWEST_SHOWN)
    .slice(0, FEW)
    .map(({ statement }) => statement)
