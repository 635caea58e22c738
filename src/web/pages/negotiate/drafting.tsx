import type { FC } from 'hono/jsx'
import { called } from '../../../negotiate/index.ts'
import { pathOf } from '../../page.tsx'
import { UnknownBox } from '../../parts/marks.tsx'
import { capital } from '../../spelled.ts'
import type { Frame } from '../../views.ts'
import { counted, listed, number } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'

interface DraftingProps {
  readonly frame: Frame
  readonly study: ReadyStudy
  readonly canDraft: boolean
}

/** The way to a draft, and what no rule settles. */
export const Drafting: FC<DraftingProps> = ({ frame, study, canDraft }) => {
  const { panel, rulings, map } = study
  const seats = panel.slates.find(({ rule }) => rule === panel.inForce)?.seats.length ?? 0
  const contested = rulings.filter(({ status }) => status === 'contested').length
  const open = [
    panel.parted.length === 0
      ? []
      : [`the ${counted(panel.parted.length, 'statement')} where the rules part`],
    contested === 0 ? [] : [`the ${counted(contested, 'contested ruling')}`],
  ].flat()
  return (
    <section class="decide" aria-labelledby="d">
      <div class="stack">
        <h2 id="d">Move this to drafting</h2>
        {seats === 0 ? (
          <p>
            No place is filled, so the draft carries what was settled before: floors, dials, what is declared.
          </p>
        ) : (
          <p>
            {`The draft carries the ${counted(seats, 'place')} filled by `}
            <strong>{called(panel.inForce)}</strong>.
          </p>
        )}
        {open.length === 0 ? null : (
          <p>
            {`${capital(listed(open))} ${panel.parted.length + contested === 1 ? 'goes' : 'go'} in as contested, with a review date${map.grouping.kind === 'groups' ? ' and the dissent of the group that bears it' : ''}.`}
          </p>
        )}
        <p>
          Before that, you can <a href={pathOf(frame, '/mediate')}>look for common words</a>.
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
