import type { FC } from 'hono/jsx'
import type { Charter, Ratification } from '../../../charter/index.ts'
import { DissentBox } from '../../parts/marks.tsx'
import { FEWEST_SHOWN } from '../../words.ts'
import { saidOnce, timesSays } from './said-once.ts'
import { anchorOf, clauseNames } from './words.ts'

interface ObjectionsProps {
  readonly charter: Charter
  readonly vote: Ratification
  /** Where the clauses are read; empty on the charter’s own page. */
  readonly at?: string
}

/** What people said against the charter when they voted, clause by clause, each beside what it opposes. */
export const Objections: FC<ObjectionsProps> = ({ charter, vote, at = '' }) => {
  const names = clauseNames(charter)
  const clauses = [...new Set(vote.dissent.map(({ clause }) => clause))]
  if (clauses.length === 0) return <p>Nobody who voted wrote down an objection.</p>
  return (
    <ul class="plain spaced">
      {clauses.map((clause) => (
        <li class="stack objection">
          <p>
            {clause === null ? (
              <strong>The charter as a whole</strong>
            ) : (
              <>
                <a href={`${at}#${anchorOf(clause)}`}>{clause}</a>{' '}
                <span dir="auto">{names.get(clause) ?? ''}</span>
              </>
            )}
          </p>
          {saidOnce(vote.dissent.filter((said) => said.clause === clause)).map(
            ({ said: { group, words }, times }) => (
              <DissentBox title={`${whose(group, vote)}, against it${timesSays(times)}`} words={[words]} />
            ),
          )}
        </li>
      ))}
    </ul>
  )
}

/** Of a group with fewer than 20 people it is not said that the words are theirs. Source: ADR 0042. */
const whose = (group: Ratification['dissent'][number]['group'], { groups }: Ratification): string =>
  group !== null && (groups[group]?.people ?? 0) >= FEWEST_SHOWN ? `Somebody of group ${group}` : 'Somebody'
