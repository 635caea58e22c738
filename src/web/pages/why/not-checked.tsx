import type { FC } from 'hono/jsx'
import type { DecisionRecord } from '../../../govern/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { pathOf } from '../../page.tsx'
import { UnknownBox } from '../../parts/marks.tsx'
import { withoutStop } from '../../parts/spoken.tsx'
import { capital } from '../../spelled.ts'
import type { Frame, WhyView } from '../../views.ts'
import { counted } from '../../words.ts'
import { anchorOf } from '../charter/words.ts'
import { Words } from './chain.tsx'
import { citedIn } from './cited.ts'

/** What nobody looked at, clause by clause, as large as what was. */
export const NotChecked: FC<{ frame: Frame; view: WhyView }> = ({ frame, view }) => (
  <UnknownBox title="Not checked">
    {gapsIn(view).map(({ says, clauses }) => (
      <div class="gap">
        <p>{says}</p>
        <ul>
          {clauses.map((clause) => (
            <li>
              <a href={pathOf(frame, `/charter#${anchorOf(clause)}`)}>{clause}</a>{' '}
              <Words cited={citedIn(view.charter, clause)} />
            </li>
          ))}
        </ul>
      </div>
    ))}
    <p>{testedText(view)}</p>
  </UnknownBox>
)

interface Gap {
  readonly says: string
  readonly clauses: readonly ClauseId[]
}

/** Clauses that were left out for one reason stand together. */
export function gapsIn({ record, charter }: Pick<WhyView, 'record' | 'charter'>): readonly Gap[] {
  const dials = new Set(charter.principles.filter(({ kind }) => kind === 'dial').map(({ id }) => id))
  const told = new Set(record.clauses.filter(({ part }) => part === 'instructed').map(({ clause }) => clause))
  const gaps = new Map<string, ClauseId[]>()
  for (const { clause, because } of record.notChecked) {
    const says =
      clause !== null && dials.has(clause) && told.has(clause) ? DIALS : `${capital(withoutStop(because))}.`
    gaps.set(says, [...(gaps.get(says) ?? []), ...(clause === null ? [] : [clause])])
  }
  return [...gaps].map(([says, clauses]) => ({ says, clauses }))
}

const DIALS = 'The model was told where your dials stand; nothing looks whether it followed.'

function testedText({ record, audit }: WhyView): string {
  const same = 'Whether it answers like this when nobody seems to look'
  if (audit === null) return `${same}: nobody has tested it yet.`
  if (audit.audit.charter !== record.charter)
    return `${same}: last tested on ${audit.at.slice(0, 10)}, under another charter.`
  return `${same}: one answer cannot show it. Last tested on ${audit.at.slice(0, 10)}.`
}

/** How much was looked at, in one line. */
export function checkedText({ findings, notChecked }: DecisionRecord): string {
  const looked = findings.filter(({ verdict }) => verdict === 'kept' || verdict === 'broken').length
  return `${counted(looked, 'floor')} checked, ${counted(notChecked.length, 'thing')} not checked`
}
