/** How a crowd lies: its middle, and one standard deviation along and across its longest direction. */
export interface Ellipse {
  readonly x: number
  readonly y: number
  readonly radii: readonly [along: number, across: number]
  /** The longest direction, in degrees against the x axis, counter-clockwise. */
  readonly turn: number
}

/** Radii that hold half, and nine in ten, of a normal crowd, in standard deviations (ADR 0041). */
export const HALF = Math.sqrt(-2 * Math.log(0.5))
export const NINE_IN_TEN = Math.sqrt(-2 * Math.log(0.1))

/**
 * @example
 * ellipseOf([{ x: -1, y: 0 }, { x: 1, y: 0 }]) // => { x: 0, y: 0, radii: [1, 0], turn: 0 }
 */
export function ellipseOf(crowd: readonly { readonly x: number; readonly y: number }[]): Ellipse {
  const mean = (of: (one: { x: number; y: number }) => number) =>
    crowd.reduce((sum, one) => sum + of(one), 0) / Math.max(1, crowd.length)
  const x = mean((one) => one.x)
  const y = mean((one) => one.y)
  const xx = mean((one) => (one.x - x) ** 2)
  const yy = mean((one) => (one.y - y) ** 2)
  const xy = mean((one) => (one.x - x) * (one.y - y))
  const middle = (xx + yy) / 2
  const half = Math.hypot((xx - yy) / 2, xy)
  return {
    x,
    y,
    radii: [Math.sqrt(middle + half), Math.sqrt(Math.max(0, middle - half))],
    turn: (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI,
  }
}
