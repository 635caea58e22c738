import type { Chance } from '../../kernel/index.ts'

/** People divided by where they stand. */
export interface Partition {
  readonly k: number
  /** For each point, the number of its part, 0 to k − 1. */
  readonly labels: Uint8Array
  /** x and y of each part's centre, in turn. */
  readonly centres: Float64Array
  /** Sum of squared distances to the centres. */
  readonly inertia: number
}

/**
 * The tightest division of points into k parts that several starts find; null where fewer than k places are taken.
 *
 * Shapes: points are x and y in turn, 2n numbers.
 * Source: Lloyd 1982, IEEE Trans. Inf. Theory 28(2):129-137, from the starts of Arthur & Vassilvitskii 2007
 *         ("k-means++", SODA, pp. 1027-1035). Of equally tight divisions the first found stays.
 *
 * @example
 * kMeans(Float64Array.of(0, 0, 0, 1, 9, 9), 2, chance('s'))?.inertia // ~> 0.5
 * kMeans(Float64Array.of(1, 1, 1, 1), 2, chance('s')) // => null
 */
export function kMeans(points: Float64Array, k: number, random: Chance): Partition | null {
  let best: Partition | null = null
  for (let start = 0; start < STARTS; start++) {
    const centres = spreadCentres(points, k, random)
    if (centres === null) return null
    const found = settled(points, centres)
    if (best === null || found.inertia < best.inertia * (1 - SAME)) best = found
  }
  return best
}

/** k points, each drawn with a chance that grows with its squared distance from those before it. */
function spreadCentres(points: Float64Array, k: number, random: Chance): Float64Array | null {
  const n = points.length / 2
  if (n === 0) return null
  const centres = new Float64Array(2 * k)
  const away = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  let pick = random.below(n)
  let spread = 0
  for (let centre = 0; ; ) {
    const [x, y] = [points[2 * pick]!, points[2 * pick + 1]!]
    centres.set([x, y], 2 * centre)
    if (++centre === k) return centres
    let total = 0
    for (let i = 0; i < n; i++) {
      const squared = (points[2 * i]! - x) ** 2 + (points[2 * i + 1]! - y) ** 2
      if (squared < away[i]!) away[i] = squared
      total += away[i]!
    }
    if (centre === 1) spread = total
    if (!(total > ONE_PLACE * spread)) return null
    let left = random.uniform() * total
    for (pick = 0; pick < n; pick++) {
      left -= away[pick]!
      if (left < 0) break
    }
    // Rounding can leave a last sliver that no point covers; it belongs to the last point away from all centres.
    if (pick === n) pick = away.findLastIndex((squared) => squared > 0)
  }
}

/** Moves centres to the middle of their points until no point changes sides. */
function settled(points: Float64Array, centres: Float64Array): Partition {
  const n = points.length / 2
  const k = centres.length / 2
  const labels = new Uint8Array(n).fill(k)
  const sums = new Float64Array(2 * k)
  const sizes = new Uint32Array(k)
  let inertia = 0
  for (let round = 0; round < MAX_ROUNDS; round++) {
    sums.fill(0)
    sizes.fill(0)
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
      inertia += squared
      sums[2 * nearest]! += x
      sums[2 * nearest + 1]! += y
      sizes[nearest]!++
    }
    if (changed === 0) break
    moveTo(centres, sums, sizes)
  }
  return { k, labels, centres, inertia }
}

/** A part that lost all its points keeps its centre; another start does better. */
function moveTo(centres: Float64Array, sums: Float64Array, sizes: Uint32Array): void {
  for (let at = 0; at < centres.length; at++) {
    const size = sizes[at >> 1]!
    if (size > 0) centres[at] = sums[at]! / size
  }
}

/** Squared distances below this share of all are rounding: the points are in one place. */
const ONE_PLACE = 1e-20
const STARTS = 8
const MAX_ROUNDS = 100
/** Inertias this close are equal: rounding must not decide between two divisions. */
const SAME = 1e-12
