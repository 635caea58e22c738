import type { Report } from '../../../publish/index.ts'
import { ReportArticle } from './article.tsx'

/** The style sheets that a report needs, in their order. */
export const REPORT_STYLES = ['tokens', 'base', 'parts', 'report'] as const

/** Nothing may be fetched or run, wherever the file is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The report as one document that needs no server: its styles inside, no script, no link away from it. */
export function standaloneReport(report: Report, css: string): string {
  const page = (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Public report · ${report.assembly.question} · Parley`}</title>
        <style dangerouslySetInnerHTML={{ __html: css.replaceAll('</', '<\\/') }} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <main id="main" class="wrap">
          <ReportArticle report={report} downloads={null} />
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${page}\n`
}
