/** Counts that a reader must still think possible, both ends included. */
export interface Counts {
  readonly low: number
  readonly high: number
}

/**
 * What a reader who can add and subtract makes of a total and its parts: for each part, the counts that fit.
 *
 * With one sum and whole numbers this is exact: a count fits when the others can make up the rest.
 *
 * @example
 * openCounts({ low: 100, high: 100 }, [{ low: 60, high: 60 }, { low: 0, high: 100 }])[1] // => { low: 40, high: 40 }
 */
export function openCounts(total: Counts, parts: readonly Counts[]): readonly Counts[] {
  const low = parts.reduce((sum, part) => sum + part.low, 0)
  const high = parts.reduce((sum, part) => sum + part.high, 0)
  return parts.map((part) => ({
    low: Math.max(part.low, total.low - (high - part.high)),
    high: Math.min(part.high, total.high - (low - part.low)),
  }))
}

/**
 * How many counts are possible.
 *
 * @example
 * howMany({ low: 0, high: 9 }) // => 10
 */
export const howMany = ({ low, high }: Counts): number => Math.max(0, high - low + 1)
