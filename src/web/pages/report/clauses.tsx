import type { Child, FC } from 'hono/jsx'
import type { ContestedClause, Report } from '../../../publish/index.ts'
import { span } from '../../dates.ts'
import { MachineWords } from '../../parts/machine-words.tsx'
import { Tag } from '../../parts/marks.tsx'
import { Effects } from '../charter/effects.tsx'
import { AUTHORITIES, FALLBACKS, motiveSays } from '../charter/words.ts'
import { Missing } from './missing.tsx'
import { Shares } from './shares.tsx'
import { Verdict } from './verdict.tsx'
import { Voices } from './voices.tsx'

/** What binds for everyone, and what each person sets. */
export const ClausesSection: FC<{ clauses: Report['clauses'] }> = ({ clauses }) => (
  <section aria-labelledby="h-clauses">
    <h2 id="h-clauses">What binds</h2>
    {clauses.kind === 'missing' ? (
      <Missing says={clauses.says} />
    ) : (
      <>
        {clauses.clauses.length === 0 ? <p>No clause binds.</p> : null}
        {clauses.clauses.map((clause) => (
          <Stated
            clause={clause}
            tags={
              <>
                <Tag kind={clause.kind}>{clause.kind === 'floor' ? 'Floor' : 'Dial'}</Tag>
                <span class="id">{clause.id}</span>
                <Verdict finding={clause.finding} />
              </>
            }
          />
        ))}
      </>
    )}
  </section>
)

/** What some rules take in and others leave out. */
export const ContestedSection: FC<{ clauses: Report['clauses'] }> = ({ clauses }) =>
  clauses.kind === 'missing' || clauses.contested.length === 0 ? null : (
    <section aria-labelledby="h-contested">
      <h2 id="h-contested">What is contested</h2>
      <p>Not settled: it hangs on the rule of counting. None of these binds.</p>
      {clauses.contested.map((clause) => (
        <Stated
          clause={clause}
          tags={
            <>
              <Tag kind="conflicting">contested</Tag>
              <span class="id">{clause.id}</span>
              <span class="meta">
                {`reviewed ${span(clause.reviewAfter)} after it is ratified; until then ${FALLBACKS[clause.fallback]}`}
              </span>
            </>
          }
        />
      ))}
    </section>
  )

const Stated: FC<{ clause: Omit<ContestedClause, 'fallback' | 'reviewAfter'>; tags: Child }> = ({
  clause,
  tags,
}) => (
  <article class="stated" aria-labelledby={`stated-${clause.id}`}>
    <p class="row">{tags}</p>
    <h3 id={`stated-${clause.id}`} dir="auto">
      {clause.text}
    </h3>
    <MachineWords words={clause.machineWritten} />
    <p>
      <span dir="auto">{clause.because}</span>{' '}
      <span class="meta">{`${AUTHORITIES[clause.authority]} decided it · ${motiveSays(clause.motive)}`}</span>
    </p>
    {clause.overturn === null ? null : <p>{clause.overturn}</p>}
    <details>
      <summary>Who agrees, who gains, who pays</summary>
      <div class="stack">
        <Shares
          support={clause.support}
          says="Who agree with it, of those who answered; the line marks half"
        />
        <Effects {...clause} />
      </div>
    </details>
    <Voices dissent={clause.dissent} />
  </article>
)
