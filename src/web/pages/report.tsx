import type { FC } from 'hono/jsx'
import type { Report } from '../../publish/index.ts'
import { Page, pathOf } from '../page.tsx'
import type { Frame } from '../views.ts'
import { ReportArticle } from './report/article.tsx'

interface ReportProps {
  readonly frame: Frame
  readonly report: Report
}

/** Whose values, at whose cost, whether they are kept, and what nobody knows. */
export const ReportPage: FC<ReportProps> = ({ frame, report }) => (
  <Page frame={frame} current="report" title="Public report" styles={['report']}>
    <main id="main" class="wrap">
      <ReportArticle
        report={report}
        downloads={{
          record: pathOf(frame, '/record.ledger'),
          charter:
            report.decided.kind === 'missing'
              ? null
              : pathOf(frame, `/charter.yaml?version=${encodeURIComponent(report.decided.hash)}`),
          data: pathOf(frame, '/report.json'),
        }}
      />
    </main>
  </Page>
)
