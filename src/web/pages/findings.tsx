import type { FC } from 'hono/jsx'
import { Page } from '../page.tsx'
import { Tag } from '../parts/marks.tsx'
import type { FindingsView, Frame } from '../views.ts'

interface FindingsProps {
  readonly frame: Frame
  readonly view: FindingsView
}

/** Whether the charter is kept. */
export const FindingsPage: FC<FindingsProps> = ({ frame, view: { audit } }) => (
  <Page frame={frame} current="findings" title="Findings">
    <main id="main" class="wrap">
      <h1>Did it keep the charter?</h1>
      {audit === null ? (
        <p class="lede">Nobody has tested it yet, so whether it is kept is unknown.</p>
      ) : (
        audit.audit.findings.map(({ clause, verdict, says }) => (
          <p>
            {clause} <Tag kind={verdict} /> {says}
          </p>
        ))
      )}
    </main>
  </Page>
)
