import type { Child, FC } from 'hono/jsx'
import type { CaseId } from '../../../kernel/index.ts'
import type { Case } from '../../../listen/index.ts'
import type { Frame } from '../../views.ts'
import { listed } from '../../words.ts'
import { addressOf, type Place } from './address.ts'

/** A case as it begins: whom it affects, whether it can be undone, and what the situation is. */
export const CaseHead: FC<{ case: Case; id: string; children?: Child }> = ({ case: one, id, children }) => (
  <div class="stack case-head">
    <p class="row">
      {children}
      <span class="meta">
        {`Case ${one.id} · ${one.reversible ? 'can be undone' : 'cannot be undone'}${one.affected.length === 0 ? '' : ` · affects ${listed(one.affected)}`}`}
      </span>
    </p>
    <h2 id={id} dir="auto">
      {one.title}
    </h2>
    <p class="situation" dir="auto">
      {one.situation}
    </p>
  </div>
)

interface OtherCasesProps {
  readonly frame: Frame
  readonly cases: readonly Case[]
  /** The case that is open. */
  readonly open: CaseId
  readonly place: Place
}

/** The other cases of what is open, as links. */
export const OtherCases: FC<OtherCasesProps> = ({ frame, cases, open, place }) => {
  const others = cases.filter(({ id }) => id !== open)
  if (others.length === 0) return null
  return (
    <nav class="stack other-cases" aria-label="Other cases">
      <h3>It also stands in</h3>
      <ul>
        {others.map(({ id, title }) => (
          <li>
            <a href={addressOf(frame, { ...place, case: id })} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
