import type { FC } from 'hono/jsx'
import type { GroupId } from '../../../kernel/index.ts'
import { Group } from '../../parts/marks.tsx'

interface EffectsProps {
  readonly benefits: readonly GroupId[]
  readonly burdens: readonly GroupId[]
  readonly notShown: readonly GroupId[]
}

/** Who gains and who pays, side by side. Where neither could be shown it says so; never "no one". */
export const Effects: FC<EffectsProps> = ({ benefits, burdens, notShown }) => (
  <div class="give">
    <div>
      <h4>Who benefits</h4>
      <Groups groups={benefits} />
    </div>
    <div>
      <h4>Who bears the cost</h4>
      <Groups groups={burdens} />
    </div>
    {notShown.length === 0 ? null : (
      <p class="meta row">
        Not shown: <Groups groups={notShown} />
      </p>
    )}
  </div>
)

const Groups: FC<{ groups: readonly GroupId[] }> = ({ groups }) =>
  groups.length === 0 ? (
    <p>No group for which it could be shown.</p>
  ) : (
    <span class="row">
      {groups.map((group) => (
        <Group id={group} />
      ))}
    </span>
  )
