import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { UnknownBox } from '../../parts/marks.tsx'
import type { Frame } from '../../views.ts'
import { counted, number } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { ruleOf } from './rules.ts'

interface DraftingProps {
  readonly frame: Frame
  readonly study: ReadyStudy
  readonly canDraft: boolean
}

/** The way to a draft, and what no rule settles. */
export const Drafting: FC<DraftingProps> = ({ frame, study, canDraft }) => {
  const { panel, rulings } = study
  const seats = panel.slates.find(({ rule }) => rule === panel.inForce)?.seats.length ?? 0
  const contested = rulings.filter(({ status }) => status === 'contested').length
  return (
    <section class="decide" aria-labelledby="d">
      <div class="stack">
        <h2 id="d">Move this to drafting</h2>
        <p>
          {`The draft carries the ${counted(seats, 'place')} filled by `}
          <strong>{ruleOf({ rule: panel.inForce }).title.toLowerCase()}</strong>
          {`. The ${counted(panel.parted.length, 'statement')} where the rules part, and the ${counted(contested, 'contested ruling')}, go in as contested, each with a review date and the dissent of the group that bears it.`}
        </p>
        {canDraft ? (
          <form method="post" action={pathOf(frame, '/draft')}>
            <button type="submit" class="btn primary">
              Draft the charter
            </button>
          </form>
        ) : (
          <p>
            Whoever runs this assembly drafts the charter; you vote on it, clause by clause, before it binds.{' '}
            <a href={pathOf(frame, '/charter')}>Read the charter</a>.
          </p>
        )}
      </div>
      <UnknownBox title="Not settled by any rule">
        <p>{outside(study)}</p>
        <p>Nobody who was not asked weighs on any bar here.</p>
      </UnknownBox>
    </section>
  )
}

function outside({ map }: ReadyStudy): string {
  const none = map.people.filter(({ group }) => group === null).length
  if (map.grouping.kind === 'no-stable-groups')
    return 'There are no stable groups. A minority that answers alike may be here and not be seen; rules that protect groups protect nobody then.'
  return none === 0
    ? 'Everybody who answered is in a group.'
    : `${number(none)} ${none === 1 ? 'person is' : 'people are'} in no group and weigh on no bar above.`
}
