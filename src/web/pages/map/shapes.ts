import type { Point } from './scene.ts'

/**
 * Marks as parts of one path: a path holds all the people of a group, so that six hundred of them weigh a few
 * kilobytes. A solid mark stands for somebody who is firmly in the group, a hollow one for somebody who is not.
 */
export type Shape = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'n'

/** Shapes whose solid mark is a stroke; all others are filled. Their widths are in map.css. */
export const STROKED: ReadonlySet<Shape> = new Set(['a', 'b', 'e', 'f', 'n'])

/**
 * @example
 * solid('a', [[10, 20], [30, 40]]) // => 'M10 20h0M30 40h0'
 */
export const solid = (shape: Shape, points: readonly Point[]): string => drawn(SOLID[shape], points)

/**
 * @example
 * hollow('b', [[10, 20]]) // => 'M8 18h4v4h-4z'
 */
export const hollow = (shape: Shape, points: readonly Point[]): string => drawn(HOLLOW[shape], points)

type Mark = readonly [dx: number, dy: number, outline: string]

const drawn = ([dx, dy, outline]: Mark, points: readonly Point[]): string =>
  points.map(([x, y]) => `M${x + dx} ${y + dy}${outline}`).join('')

// A stroke without length, with round or square ends, is a dot: the shortest way to say one.
const RING: Mark = [-2, 0, 'a2 2 0 1 0 4 0a2 2 0 1 0-4 0']
const TRIANGLE: Mark = [0, -3, 'l3.2 5.6h-6.4z']
const DIAMOND: Mark = [0, -3, 'l3 3-3 3-3-3z']

const SOLID: Readonly<Record<Shape, Mark>> = {
  a: [0, 0, 'h0'],
  b: [0, 0, 'h.01'],
  c: TRIANGLE,
  d: DIAMOND,
  e: [-3, 0, 'h6'],
  f: RING,
  n: RING,
}

const HOLLOW: Readonly<Record<Shape, Mark>> = {
  a: RING,
  b: [-2, -2, 'h4v4h-4z'],
  c: TRIANGLE,
  d: DIAMOND,
  e: [-3, -1, 'h6v3h-6z'],
  f: RING,
  n: RING,
}
