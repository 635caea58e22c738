/**
 * A time as a number that grows with it: what stands there if it is a number, else the milliseconds since 1970 of a
 * time in UTC as ISO 8601 spells it; null where it is neither.
 *
 * Source: a date to days after Hinnant 2014, "chrono-compatible low-level date algorithms", days_from_civil.
 *
 * @example
 * [momentOf('1403054214196'), momentOf('2014-06-18T01:16:54.196Z'), momentOf('noon')] // => [1403054214196, 1403054214196, null]
 * momentOf('2023-02-29T00:00:00Z') // => null
 */
export function momentOf(text: string): number | null {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  const parts = ISO_UTC.exec(text)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 23 || minute > 59 || second > 60) return null
  const ofDay = hour * 3_600_000 + minute * 60_000 + second * 1000 + 1000 * Number(`0${parts[7] ?? ''}`)
  return daysSince1970(year, month, day) * 86_400_000 + ofDay
}

const ISO_UTC = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|\+00:00)$/

const daysIn = (year: number, month: number): number =>
  daysSince1970(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - daysSince1970(year, month, 1)

// Years start in March here, so that the leap day is the last of its year.
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const fromMarch = (month + 9) % 12
  const days = Math.floor((153 * fromMarch + 2) / 5) + day - 1
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    days -
    719_468
  )
}
