import type { Chance } from '../../kernel/index.ts'
import { nearestTo } from '../engine/index.ts'
import { type Places, peopleAt } from './places.ts'

/** Places divided into parts by where they are. */
export interface Partition {
  readonly k: number
  /** For each place, the number of its part, 0 to k − 1. */
  readonly labels: Uint8Array
  /** x and y of each part's centre, in turn. */
  readonly centres: Float64Array
  /** Sum over people of squared distances to the centres. */
  readonly inertia: number
}

/**
 * The tightest division into k parts that several starts find; null where fewer than k places are taken.
 *
 * Shapes: `known`: centres to start from besides those drawn, where good ones are known.
 * Source: Lloyd 1982, IEEE Trans. Inf. Theory 28(2):129-137, from the starts of Arthur & Vassilvitskii 2007
 *         ("k-means++", SODA, pp. 1027-1035). Of equally tight divisions the first found stays.
 *
 * @example
 * const alone = (...points) => ({ points: Float64Array.from(points), weight: Float64Array.from(points, () => 1).slice(points.length / 2) })
 * kMeans(alone(0, 0, 0, 1, 9, 9), 2, { random: chance('s'), starts: 8 })?.inertia // ~> 0.5
 * kMeans(alone(1, 1, 1, 1), 2, { random: chance('s'), starts: 8 }) // => null
 */
export function kMeans(places: Places, k: number, { random, starts, known = [] }: Starts): Partition | null {
  let best: Partition | null = null
  for (let start = 0; start < known.length + starts; start++) {
    const centres = known[start] ?? spreadCentres(places, k, random)
    if (centres === null) return null
    const found = settled(places, centres)
    if (best === null || found.inertia < best.inertia * (1 - SAME)) best = found
  }
  return best
}

type Draws = Pick<Chance, 'uniform'>

/** From where k-means sets out. */
export interface Starts {
  readonly random: Draws
  /** How many starts are drawn. */
  readonly starts: number
  readonly known?: readonly Float64Array[]
}

/** Moves centres to the middle of their people until no place changes sides. */
export function settled({ points, weight }: Places, from: Float64Array): Partition {
  const n = weight.length
  const k = from.length / 2
  const centres = Float64Array.from(from)
  const labels = new Uint8Array(n).fill(k)
  const sums = new Float64Array(3 * k)
  let inertia = 0
  for (let round = 0; round < MAX_ROUNDS; round++) {
    sums.fill(0)
    inertia = 0
    let changed = 0
    for (let i = 0; i < n; i++) {
      const x = points[2 * i]!
      const y = points[2 * i + 1]!
      let nearest = 0
      let squared = Number.POSITIVE_INFINITY
      for (let c = 0; c < k; c++) {
        const dx = x - centres[2 * c]!
        const dy = y - centres[2 * c + 1]!
        const away = dx * dx + dy * dy
        if (away < squared) {
          nearest = c
          squared = away
        }
      }
      if (labels[i] !== nearest) changed++
      labels[i] = nearest
      const people = weight[i]!
      inertia += people * squared
      sums[3 * nearest]! += people
      sums[3 * nearest + 1]! += people * x
      sums[3 * nearest + 2]! += people * y
    }
    if (changed === 0) break
    moveTo(centres, sums)
  }
  return { k, labels, centres, inertia }
}

/** For each point, the number of the nearest centre; of equally near ones the first. */
export function nearestCentres(points: Float64Array, centres: Float64Array): Uint8Array {
  const labels = new Uint8Array(points.length / 2)
  for (let i = 0; i < labels.length; i++) labels[i] = nearestTo(points[2 * i]!, points[2 * i + 1]!, centres)
  return labels
}

/** k places, each drawn with a chance that grows with its people and their squared distance from those before it. */
function spreadCentres(places: Places, k: number, random: Draws): Float64Array | null {
  const { points, weight } = places
  const n = weight.length
  if (n === 0) return null
  const centres = new Float64Array(2 * k)
  const away = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  let pick = drawn(weight, random.uniform() * peopleAt(places))
  let spread = 0
  for (let centre = 0; ; ) {
    const x = points[2 * pick]!
    const y = points[2 * pick + 1]!
    centres[2 * centre] = x
    centres[2 * centre + 1] = y
    if (++centre === k) return centres
    let total = 0
    for (let i = 0; i < n; i++) {
      const squared = weight[i]! * ((points[2 * i]! - x) ** 2 + (points[2 * i + 1]! - y) ** 2)
      if (squared < away[i]!) away[i] = squared
      total += away[i]!
    }
    if (centre === 1) spread = total
    if (!(total > ONE_PLACE * spread)) return null
    pick = drawn(away, random.uniform() * total)
  }
}

/** The place at which the running sum of the masses exceeds `left`. */
function drawn(mass: Float64Array, left: number): number {
  for (let pick = 0; pick < mass.length; pick++) {
    left -= mass[pick]!
    if (left < 0) return pick
  }
  // Rounding can leave a last sliver that no place covers; it belongs to the last one that has any mass.
  return mass.findLastIndex((one) => one > 0)
}

/** A part that lost all its people keeps its centre; another start does better. */
function moveTo(centres: Float64Array, sums: Float64Array): void {
  for (let c = 0; 3 * c < sums.length; c++) {
    const people = sums[3 * c]!
    if (people === 0) continue
    centres[2 * c] = sums[3 * c + 1]! / people
    centres[2 * c + 1] = sums[3 * c + 2]! / people
  }
}

/** Squared distances below this share of all are rounding: the people are in one place. */
const ONE_PLACE = 1e-20
const MAX_ROUNDS = 100
/** Inertias this close are equal: rounding must not decide between two divisions. */
const SAME = 1e-12
