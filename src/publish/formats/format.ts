import type { Report } from '../schema.ts'

/**
 * A form in which a report is handed out. To add one: a file here and a line in `index.ts`; `format.case.ts` checks
 * what every form promises: the same report gives the same text, no sentence of it is lost, and nothing is added.
 */
export interface Format {
  /** How commands call it. */
  readonly name: string
  readonly mediaType: string
  /** One sentence: what it is for. */
  readonly describes: string
  print(report: Report): string
}
