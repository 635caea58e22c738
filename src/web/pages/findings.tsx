import type { FC } from 'hono/jsx'
import { type Charter, contentHash } from '../../charter/index.ts'
import { findingsIn } from '../../publish/index.ts'
import { Page, pathOf } from '../page.tsx'
import { UnknownBox } from '../parts/marks.tsx'
import type { FindingsView, Frame } from '../views.ts'
import { clauseNames } from './charter/words.ts'
import { Seen } from './findings/seen.tsx'
import { FindingsTable } from './findings/table.tsx'

interface FindingsProps {
  readonly frame: Frame
  readonly view: FindingsView
}

/** Whether the charter is kept: kept, broken or unknown, with what was seen. */
export const FindingsPage: FC<FindingsProps> = ({ frame, view: { charter, audit } }) => {
  const found = findingsIn(charter, audit)
  const names = charter === null ? new Map<string, string>() : clauseNames(charter)
  const other = audit !== null && charter !== null && audit.audit.charter !== contentHash(charter)
  return (
    <Page frame={frame} current="findings" title="Findings" styles={['findings']}>
      <main id="main" class="wrap findings">
        <div class="head">
          <p class="kicker">{charter === null ? 'Findings' : <Named charter={charter} />}</p>
          <h1>Did it keep the charter?</h1>
          <p class="lede">{found.says}</p>
          <Test frame={frame} charter={charter} again={audit !== null} />
        </div>
        {other ? (
          <UnknownBox title="These findings are about another version">
            <p>
              The version in force has not been tested. What was found about the other one says nothing of it.
            </p>
          </UnknownBox>
        ) : null}
        {found.kind === 'missing' || audit === null ? (
          <UnknownBox title="Not known">
            <p>
              {charter === null
                ? 'No charter is in force, so there is nothing to keep yet.'
                : 'No trial was made. That nothing is known to be broken is not a sign that it is kept.'}
            </p>
          </UnknownBox>
        ) : (
          <>
            <section class="stack" aria-labelledby="h-found">
              <h2 id="h-found">Clause by clause</h2>
              <FindingsTable found={found} names={names} />
            </section>
            <Seen audit={audit.audit} names={names} />
          </>
        )}
      </main>
    </Page>
  )
}

const Named: FC<{ charter: Charter }> = ({ charter: { title, version } }) => (
  <>
    <bdi>{title}</bdi>
    {` · version ${version}`}
  </>
)

interface TestProps {
  readonly frame: Frame
  /** What an audit would test: the charter in force, if one is. */
  readonly charter: Charter | null
  readonly again: boolean
}

/** Operators start the trials; everybody else reads what was found. */
const Test: FC<TestProps> = ({ frame, charter, again }) => {
  if (charter === null || frame.role !== 'operator')
    return (
      <p class="row">
        <a class="btn" href={pathOf(frame, '/charter')}>
          Read the charter
        </a>
      </p>
    )
  return (
    <form class="row" method="post" action={pathOf(frame, '/audit')}>
      <button type="submit" class="btn primary">
        {again ? 'Test it again' : 'Test it'}
      </button>
      <span class="meta">Every trial is put to the assistant. The page waits until all are answered.</span>
    </form>
  )
}
