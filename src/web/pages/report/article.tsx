import type { FC } from 'hono/jsx'
import type { Report } from '../../../publish/index.ts'

/** The report itself, wherever it is read. */
export const ReportArticle: FC<{ report: Report }> = ({ report: { inShort } }) => (
  <article>
    <h1>Whose values is this assistant aligned with?</h1>
    <ul>
      {Object.values(inShort).map((sentence) => (
        <li dir="auto">{sentence}</li>
      ))}
    </ul>
  </article>
)
