/** The last millisecond of the year 9999, after which ISO 8601 needs more digits. */
export const LAST_INSTANT = 253_402_300_799_999

/**
 * A time in milliseconds since 1970, spelt in ISO 8601 as UTC.
 *
 * Units:  milliseconds, 0 to LAST_INSTANT.
 * Source: days to a date after Hinnant 2014, "chrono-compatible low-level date algorithms", civil_from_days.
 *
 * @example
 * instantOf(1403054214196) // => '2014-06-18T01:16:54.196Z'
 */
export function instantOf(millis: number): string {
  const ofDay = millis % DAY
  const time = [Math.floor(ofDay / 3_600_000), Math.floor(ofDay / 60_000) % 60, Math.floor(ofDay / 1000) % 60]
  return `${dateOf(Math.floor(millis / DAY))}T${time.map(two).join(':')}.${String(ofDay % 1000).padStart(3, '0')}Z`
}

const DAY = 86_400_000

// Years start in March here, so that the leap day is the last of its year; 719468 days lie before 1970.
function dateOf(day: number): string {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}

const two = (part: number): string => String(part).padStart(2, '0')
