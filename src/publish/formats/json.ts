import type { Format } from './format.ts'

/** The report as data, in the order of its schema. */
export const json: Format = {
  name: 'json',
  mediaType: 'application/json; charset=utf-8',
  describes: 'The whole report as data, for whoever computes with it.',
  print: (report) => `${JSON.stringify(report, null, 2)}\n`,
}
