import { type Chance, chance } from '../../kernel/index.ts'
import { symmetricEigen } from '../space/eigen.ts'
import { divisionOf, EXACT_UP_TO } from './division.ts'

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
export const ungroupedSilhouette = (shape: Shape, crowd: Crowd, seed: string): number =>
  divisionOf(crowdOf(shape, crowd, chance(`${seed}/crowd`)), seed).silhouette

/** A crowd without groups, of this shape; of more than 3,000 people only so many, as its silhouette needs no more. */
export function crowdOf(shape: Shape, crowd: Crowd, random: Chance): Float64Array {
  const size = Math.min(shape.people, EXACT_UP_TO)
  const people = new Float64Array(2 * size)
  for (let i = 0; i < size; i++) {
    const [x, y] = crowd === 'gaussian' ? [random.normal(), random.normal()] : alongLine(shape.bend, random)
    people[2 * i] = shape.wide * x
    people[2 * i + 1] = shape.narrow * y
  }
  return people
}

/**
 * What 19 draws in 20 do not exceed; with 59 draws, the fourth largest.
 *
 * Units:  those of the draws; 1, which no silhouette exceeds, where there are too few draws to tell.
 * Source: the rank of a Monte Carlo test, Barnard 1963, J. R. Stat. Soc. B 25:294.
 *
 * @example
 * exceededOnceInTwenty(Array.from({ length: 59 }, (_, i) => i / 100)) // => 0.56
 * exceededOnceInTwenty([0.3]) // => 1
 */
export function exceededOnceInTwenty(draws: readonly number[]): number {
  const rising = [...draws].sort((a, b) => a - b)
  return rising[Math.ceil(0.95 * (draws.length + 1)) - 1] ?? 1
}

/**
 * The spread of points about their middle, along the direction in which they spread most.
 *
 * @example
 * shapeOf(Float64Array.of(-1, 1, 0, 0, 1, 1)).bend // ~> 1.000
 */
export function shapeOf(points: Float64Array): Shape {
  const n = points.length / 2
  const coordinate = (which: number) =>
    centred(Float64Array.from({ length: n }, (_, i) => points[2 * i + which]!))
  const axes = [coordinate(0), coordinate(1)]
  const { values, vectors } = symmetricEigen(axes.map((p) => axes.map((q) => meanProduct(p, q))))
  const [along, across] = vectors.map((v) => axes[0]!.map((x, i) => v[0]! * x + v[1]! * axes[1]![i]!))
  const [wide = 0, narrow = 0] = values.map((variance) => Math.sqrt(Math.max(0, variance)))
  return { people: n, wide, narrow, bend: narrow > 0 ? bendOf(along!, across!) : 0 }
}

/** One person on the line; both coordinates have mean 0 and variance 1. */
function alongLine(bend: number, random: Chance): readonly [number, number] {
  const t = 2 * random.uniform() - 1
  const along = Math.SQRT2 * Math.sin((Math.PI * t) / 2)
  const bent = Math.SQRT2 * Math.cos(Math.PI * t)
  return [along, Math.sqrt(bend) * bent + Math.sqrt(1 - bend) * random.normal()]
}

function bendOf(along: Float64Array, across: Float64Array): number {
  const square = centred(along.map((x) => x * x))
  const skew = meanProduct(square, along) / meanProduct(along, along)
  const curve = square.map((value, i) => value - skew * along[i]!)
  const size = meanProduct(curve, curve) * meanProduct(across, across)
  return size > 0 ? Math.min(1, meanProduct(curve, across) ** 2 / size) : 0
}

const centred = (values: Float64Array): Float64Array => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return values.map((value) => value - mean)
}

const meanProduct = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0) / Math.max(1, a.length)
