import { type QuickChance, quickChance } from '../../kernel/index.ts'
import { symmetricEigen } from '../space/eigen.ts'
import { dividedInto, triedWith } from './fitted.ts'
import { eachAlone } from './places.ts'

/** Crowds that have no groups, and so show how well people without groups can be divided. */
export type Crowd =
  /** Dense in the middle. Source: SigClust, Liu et al. 2008, J. Am. Stat. Assoc. 103(483):1281-1293. */
  | 'gaussian'
  /**
   * Evenly along one line, bent as two axes draw it: sin(πt/2) and cos(πt). The hardest to tell from groups.
   * Source: Diaconis, Goel & Holmes 2008, Ann. Appl. Stat. 2(3):777-807; why it is asked: ADR 0014.
   */
  | 'line'

export const CROWDS: readonly Crowd[] = ['gaussian', 'line']

/** How many people there are and how they spread; enough to draw a crowd like them. */
export interface Shape {
  readonly people: number
  /** Standard deviations along the direction of the widest spread, and across it. */
  readonly wide: number
  readonly narrow: number
  /** How far the second coordinate follows a bend of the first: R² on its square; 1 is an arc without width. */
  readonly bend: number
}

/** The silhouette that one crowd without groups reaches, when it is divided as people are. */
export function ungroupedSilhouette(shape: Shape, crowd: Crowd, seed: string): number {
  const random = quickChance(`${seed}/crowd`)
  const people = crowdOf(shape, crowd, random)
  const best = dividedInto(triedWith(shape.people), eachAlone(people), {
    random,
    starts: STARTS,
    known: () => [],
  }).best
  return best?.silhouette ?? 0
}

/** A crowd without groups, of this shape, and of this many people up to `MOST_DRAWN`. */
export function crowdOf(shape: Shape, crowd: Crowd, random: QuickChance): Float64Array {
  const size = Math.min(shape.people, MOST_DRAWN)
  const people = new Float64Array(2 * size)
  for (let i = 0; i < size; i++) {
    const [x, y] = crowd === 'gaussian' ? [random.normal(), random.normal()] : alongLine(shape.bend, random)
    people[2 * i] = shape.wide * x
    people[2 * i + 1] = shape.narrow * y
  }
  return people
}

/** Most people that a crowd is drawn with; the silhouettes of larger ones differ less, by the root of their size. */
export const MOST_DRAWN = 400

/**
 * What 19 crowds in 20 of so many people do not exceed, judged by the silhouettes of some, taken as normally spread.
 *
 * Units:  those of the draws; 1, which no silhouette exceeds, where there are too few draws to tell.
 * Source: the upper prediction bound of one more draw, Hahn & Meeker 1991, Statistical Intervals, section 4.7; ADR 0014.
 *
 * @example
 * exceededOnceInTwenty([0.3], 9) // => 1
 */
export function exceededOnceInTwenty(draws: readonly number[], people: number): number {
  const n = draws.length
  if (n < CROWDS_DRAWN) return 1
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / n
  const spread = Math.sqrt(draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (n - 1))
  const smaller = Math.sqrt(Math.min(people, MOST_DRAWN) / people)
  return mean + T_OF_CROWDS * Math.sqrt(1 + 1 / n) * spread * smaller
}

/** Crowds drawn of each kind. */
export const CROWDS_DRAWN = 20
/** The 95 % point of Student's t with as many degrees of freedom, less one. */
const T_OF_CROWDS = 1.729
const STARTS = 3

/**
 * The spread of points about their middle, along the direction in which they spread most.
 *
 * @example
 * shapeOf(Float64Array.of(-1, 1, 0, 0, 1, 1)).bend // ~> 1.000
 */
export function shapeOf(points: Float64Array): Shape {
  const n = points.length / 2
  const mean = (of: (x: number, y: number) => number): number => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += of(points[2 * i]!, points[2 * i + 1]!)
    return sum / Math.max(1, n)
  }
  const [mx, my] = [mean((x) => x), mean((_, y) => y)]
  const xy = mean((x, y) => (x - mx) * (y - my))
  const { values, vectors } = symmetricEigen([
    [mean((x) => (x - mx) ** 2), xy],
    [xy, mean((_, y) => (y - my) ** 2)],
  ])
  const [along, across] = vectors.map((v) => (x: number, y: number) => v[0]! * (x - mx) + v[1]! * (y - my))
  const [wide = 0, narrow = 0] = values.map((variance) => Math.sqrt(Math.max(0, variance)))
  return { people: n, wide, narrow, bend: narrow > 0 ? bendOf(mean, along!, across!) : 0 }
}

/** One person on the line; both coordinates have mean 0 and variance 1. */
function alongLine(bend: number, random: QuickChance): readonly [number, number] {
  const t = 2 * random.uniform() - 1
  const along = Math.SQRT2 * Math.sin((Math.PI * t) / 2)
  const bent = Math.SQRT2 * Math.cos(Math.PI * t)
  return [along, Math.sqrt(bend) * bent + Math.sqrt(1 - bend) * random.normal()]
}

type Coordinate = (x: number, y: number) => number

function bendOf(mean: (of: Coordinate) => number, along: Coordinate, across: Coordinate): number {
  const variance = mean((x, y) => along(x, y) ** 2)
  const skew = mean((x, y) => (along(x, y) ** 2 - variance) * along(x, y)) / variance
  const curve: Coordinate = (x, y) => along(x, y) ** 2 - variance - skew * along(x, y)
  const size = mean((x, y) => curve(x, y) ** 2) * mean((x, y) => across(x, y) ** 2)
  return size > 0 ? Math.min(1, mean((x, y) => curve(x, y) * across(x, y)) ** 2 / size) : 0
}
