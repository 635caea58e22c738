import type { FC } from 'hono/jsx'
import type { DecisionRecord } from '../../../govern/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { pathOf } from '../../page.tsx'
import { Tag } from '../../parts/marks.tsx'
import { withoutStop } from '../../parts/spoken.tsx'
import type { Frame } from '../../views.ts'
import { anchorOf } from '../charter/words.ts'

interface ChecksProps {
  readonly frame: Frame
  readonly record: DecisionRecord
}

/** What was looked at: unknown first and as large as the rest, then what nobody looked at. */
export const Checks: FC<ChecksProps> = ({ frame, record }) => {
  const inPlay = record.findings.filter(({ verdict }) => verdict !== 'not-in-play')
  const apart = record.findings.filter(({ verdict }) => verdict === 'not-in-play')
  const unlooked = record.clauses.filter(({ part }) => part === 'instructed' || part === 'not-checked')
  const unread = record.notChecked.filter(({ clause }) => clause === null)
  return (
    <div>
      <h3>What was checked</h3>
      <ul class="checks">
        {inPlay
          .toSorted((a, b) => RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict))
          .map(({ clause, verdict, because }) => (
            <li>
              <Tag kind={verdict}>{verdict}</Tag> <To frame={frame} clause={clause} /> {withoutStop(because)}
            </li>
          ))}
        {unread.map(({ because }) => (
          <li>
            <Tag kind="unknown">unknown</Tag> {because}
          </li>
        ))}
        {unlooked.length === 0 ? null : (
          <li>
            <Tag kind="unknown">not checked</Tag> <All frame={frame} clauses={unlooked} />
          </li>
        )}
        {apart.length === 0 ? null : (
          <li>
            <span class="tag">not in play</span> <All frame={frame} clauses={apart} />
          </li>
        )}
        {record.findings.length === 0 ? (
          <li>
            <Tag kind="unknown">unknown</Tag> nothing was examined
          </li>
        ) : null}
      </ul>
      <p>
        <a href={pathOf(frame, `/why/${encodeURIComponent(record.id)}`)}>The whole record</a>
      </p>
    </div>
  )
}

const RANK: readonly DecisionRecord['findings'][number]['verdict'][] = ['broken', 'unknown', 'kept']

const All: FC<{ frame: Frame; clauses: readonly { readonly clause: ClauseId }[] }> = ({ frame, clauses }) => (
  <>{clauses.map(({ clause }, at) => [at === 0 ? '' : ', ', <To frame={frame} clause={clause} />])}</>
)

/** A clause, by its id, where the charter has it. */
export const To: FC<{ frame: Frame; clause: ClauseId }> = ({ frame, clause }) => (
  <a href={pathOf(frame, `/charter#${anchorOf(clause)}`)}>{clause}</a>
)
