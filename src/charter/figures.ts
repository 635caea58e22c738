import type { Interval } from '../kernel/index.ts'

/**
 * An interval as a charter prints it: to four digits. A charter decides on the figures it prints, so that a reader
 * who compares them with the thresholds comes to the same answer.
 *
 * @example
 * printed(wilson(2, 3)).low // => 0.2077
 */
export const printed = (interval: Interval): Interval => ({
  ...interval,
  estimate: rounded(interval.estimate),
  low: rounded(interval.low),
  high: rounded(interval.high),
})

export const rounded = (figure: number): number => Math.round(figure * 10_000) / 10_000
