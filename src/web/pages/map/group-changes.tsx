import type { FC } from 'hono/jsx'
import type { GroupChange } from '../../../map/index.ts'
import { changeSays, MOST } from '../../change-says.ts'
import { moment } from '../../dates.ts'
import { capital } from '../../spelled.ts'
import type { GroupHistory } from '../../views.ts'

/** Since when groups have the names they have, and what became of them since. */
export const GroupChanges: FC<{ history: GroupHistory }> = ({ history: { namedBy, since, updates } }) => (
  <section aria-labelledby="changes">
    <h2 id="changes">What became of the groups</h2>
    {updates.length === 0 ? (
      <p>{`Nothing since ${moment(since)}: each group goes on under its name.`}</p>
    ) : (
      <ul class="changes">
        {updates.map(({ at, changes }) => (
          <li>{`${moment(at)}: ${updateSays(changes)}.`}</li>
        ))}
      </ul>
    )}
    <p class="src">
      {`A group keeps its name from map to map, as long as most of its people stay together. Names here began on ${moment(since)}, ${
        namedBy === 'vote'
          ? 'with those that the groups had when the vote on a charter was opened'
          : 'by size: A was the largest'
      }. What happened before is not known here.`}
    </p>
  </section>
)

function updateSays(changes: readonly GroupChange[]): string {
  const told = changes.filter(({ kind }) => kind !== 'kept').map((one) => changeSays(one, MOST))
  return told.length === 0 ? 'the same groups, in another order by size' : capital(told.join('; '))
}
