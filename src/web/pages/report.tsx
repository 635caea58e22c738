import type { FC } from 'hono/jsx'
import type { Report } from '../../publish/index.ts'
import { Page } from '../page.tsx'
import type { Frame } from '../views.ts'
import { ReportArticle } from './report/article.tsx'

interface ReportProps {
  readonly frame: Frame
  readonly report: Report
}

/** Whose values, at whose cost, whether they are kept, and what nobody knows. */
export const ReportPage: FC<ReportProps> = ({ frame, report }) => (
  <Page frame={frame} current="report" title="Public report">
    <main id="main" class="wrap">
      <ReportArticle report={report} />
    </main>
  </Page>
)
