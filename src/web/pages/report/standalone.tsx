import type { Report } from '../../../publish/index.ts'
import { ReportArticle } from './article.tsx'

/** The report as one document that needs no server: styles inside, no scripts, no links away. */
export function standaloneReport(report: Report, css: string): string {
  const page = (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Public report · ${report.assembly.question} · Parley`}</title>
        <style dangerouslySetInnerHTML={{ __html: css.replaceAll('</', '<\\/') }} />
      </head>
      <body>
        <main id="main" class="wrap">
          <ReportArticle report={report} />
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${page}\n`
}
