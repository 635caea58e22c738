import { listed } from './words.ts'

/** How days and spans of time are said. */

/**
 * The day of a moment, in the time zone in which it was written; what is no date stays as it is.
 *
 * @example
 * [day('2026-06-03T12:00:00.000Z'), day('soon')] // => ['3 June 2026', 'soon']
 */
export function day(at: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(at) ?? []
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? at : `${Number(date)} ${name} ${year}`
}

/**
 * A moment in words, to the minute; what is none stays as it is.
 *
 * @example
 * [moment('2026-06-03T12:05:00.000Z'), moment('soon')] // => ['3 June 2026, 12:05 UTC', 'soon']
 */
export function moment(at: string): string {
  const [, time] = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)[:.\d]*Z$/.exec(at) ?? []
  return time === undefined ? at : `${day(at)}, ${time} UTC`
}

/**
 * A span of time in words; what is no span stays as it is.
 *
 * @example
 * [span('P6M'), span('P1Y'), span('P1Y6M'), span('later')] // => ['6 months', '1 year', '1 year and 6 months', 'later']
 */
export function span(duration: string): string {
  const parts = partsOf(duration)
  if (parts === null) return duration
  const named = [
    [parts.years, 'year'],
    [parts.months, 'month'],
    [parts.days, 'day'],
  ] as const
  const told = named
    .filter(([count]) => count > 0)
    .map(([count, one]) => `${count} ${one}${count === 1 ? '' : 's'}`)
  return told.length === 0 ? duration : listed(told)
}

/**
 * The day that lies so long after another; null where one of the two cannot be read. A month that is too short gives
 * its last day.
 *
 * Source: ISO 8601-1:2019, 5.5.2 (durations); XML Schema 1.1 part 2, appendix E.3.3 (the last day of a month).
 *
 * @example
 * [dayAfter('2026-08-31T12:00:00Z', 'P6M'), dayAfter('2026-06-03', 'P1Y'), dayAfter('2026-06-03', 'later')] // => ['2027-02-28', '2027-06-03', null]
 */
export function dayAfter(at: string, duration: string): string | null {
  const parts = partsOf(duration)
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(at) ?? []
  if (parts === null || date === undefined) return null
  const first = new Date(Date.UTC(Number(year) + parts.years, Number(month) - 1 + parts.months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const end = first.setUTCDate(Math.min(Number(date), last) + parts.days)
  return Number.isNaN(end) ? null : new Date(end).toISOString().slice(0, 10)
}

function partsOf(duration: string) {
  const found = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(duration)
  if (found === null) return null
  const [years, months, weeks, days] = found.slice(1).map((count) => Number(count ?? 0))
  return { years: years ?? 0, months: months ?? 0, days: 7 * (weeks ?? 0) + (days ?? 0) }
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
