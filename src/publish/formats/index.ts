import type { Format } from './format.ts'
import { json } from './json.ts'

export type { Format } from './format.ts'

/** Every form of a report that needs no page, by the name commands use. */
export const FORMATS: Readonly<Record<string, Format>> = {
  [json.name]: json,
}
