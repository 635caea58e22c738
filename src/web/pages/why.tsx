import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { Tag, UnknownBox } from '../parts/marks.tsx'
import type { Frame, WhyView } from '../views.ts'

interface WhyProps {
  readonly frame: Frame
  readonly view: WhyView
}

/** The record of one decision. */
export const WhyPage: FC<WhyProps> = ({ frame, view }) => (
  <Page frame={frame} current="chat" title="Why this answer" styles={['why']}>
    <main id="main" class="wrap">
      <div class="head">
        <h1>Why this answer</h1>
      </div>
      <WhyAside frame={frame} view={view} />
    </main>
  </Page>
)

/** Why one answer went out, or did not: written from the record, never by the model. */
export const WhyAside: FC<WhyProps> = ({ frame, view: { record, charter } }) => (
  <aside class="card why" id="why" aria-labelledby="why-head">
    <h2 id="why-head">Why this answer</h2>
    <p class="meta">Recorded before anything left. Not written by the model.</p>
    <p>
      <Tag kind={record.kind}>{record.kind}</Tag> {record.because}
    </p>
    <p class="meta">{`${charter.title}, version ${charter.version}, ${record.charter}`}</p>
    <UnknownBox title="Not checked">
      <ul>
        {record.notChecked.map(({ clause, because }) => (
          <li>{clause === null ? because : `${clause}: ${because}`}</li>
        ))}
      </ul>
    </UnknownBox>
    <p>
      <a href={pathOf(frame, '/say')}>Appeal: say it in the assembly</a>
    </p>
  </aside>
)
