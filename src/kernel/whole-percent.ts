/** Bounds in whole percent: a bound is never said to be better than it is. */

// 0.29 * 100 is 28.999…96: what is within rounding of a whole percent is that percent.
const ROUNDING = 1e-9

/**
 * A share that is at least so much, in whole percent; never rounded up.
 *
 * @example
 * [atLeast(2 / 3), atLeast(0.29)] // => ['66 %', '29 %']
 */
export const atLeast = (share: number): string => `${Math.floor(share * 100 + ROUNDING)} %`

/**
 * A share that is at most so much, in whole percent; never rounded down.
 *
 * @example
 * [atMost(0.031), atMost(0.07)] // => ['4 %', '7 %']
 */
export const atMost = (share: number): string => `${Math.ceil(share * 100 - ROUNDING)} %`
