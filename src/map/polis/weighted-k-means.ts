import { nearestCentres } from '../groups/k-means.ts'

/** Points divided into parts, as the k-means of Polis leaves them. */
export interface Clusters {
  readonly k: number
  /** For each point, the number of its part, 0 to k − 1. */
  readonly labels: Uint8Array
  /** x and y of each part's centre, in turn. */
  readonly centres: Float64Array
  /** How many rounds it took. */
  readonly rounds: number
}

/** Weighted points: x and y in turn, and how much each counts in the centre of its part. */
export interface Weighted {
  readonly points: Float64Array
  readonly weights: Float64Array
}

/**
 * k-means from the first k distinct points: it stops when every centre moved less than 0.01, or after some rounds.
 *
 * A part that loses all its points is dropped, so that k can shrink.
 *
 * Shapes: n points -> n labels; at most 255 parts.
 * Source: Lloyd 1982, IEEE Trans. Inf. Theory 28(2):129-137; start, stop and weights as in Polis, ADR 0028.
 *
 * @example
 * const four = { points: Float64Array.of(0, 0, 9, 9, 0, 1, 9, 8), weights: Float64Array.of(1, 1, 3, 1) }
 * weightedKMeans(four, { k: 2, rounds: 20 }).centres // => Float64Array.of(0, 0.75, 9, 8.5)
 */
export function weightedKMeans(
  weighted: Weighted,
  { k, rounds, still = STILL }: { readonly k: number; readonly rounds: number; readonly still?: number },
): Clusters {
  let clusters: Clusters = {
    k: 0,
    labels: new Uint8Array(weighted.weights.length),
    centres: firstDistinct(weighted.points, k),
    rounds: 0,
  }
  for (let round = 1; round <= rounds; round++) {
    const before = clusters.centres
    clusters = { ...moved(weighted, before), rounds: round }
    if (farthest(before, clusters.centres) < still) break
  }
  return clusters
}

/** How far a centre may still move when the division counts as settled. */
const STILL = 0.01

function firstDistinct(points: Float64Array, k: number): Float64Array {
  const places = new Map<string, readonly [number, number]>()
  for (let at = 0; at < points.length && places.size < k; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!]
    places.set(`${x} ${y}`, places.get(`${x} ${y}`) ?? [x, y])
  }
  return Float64Array.from([...places.values()].flat())
}

/** One round: every point to its nearest centre, every centre to the middle of its points. */
function moved({ points, weights }: Weighted, centres: Float64Array): Omit<Clusters, 'rounds'> {
  const nearest = nearestCentres(points, centres)
  const taken = [...new Set(nearest)].sort((a, b) => a - b)
  const labels = nearest.map((part) => taken.indexOf(part))
  const sums = new Float64Array(2 * taken.length)
  const total = new Float64Array(taken.length)
  labels.forEach((part, i) => {
    sums[2 * part]! += weights[i]! * points[2 * i]!
    sums[2 * part + 1]! += weights[i]! * points[2 * i + 1]!
    total[part]! += weights[i]!
  })
  return { k: taken.length, labels, centres: sums.map((sum, at) => sum / total[at >> 1]!) }
}

/** The longest way that any centre went; endless where a part was lost. */
function farthest(before: Float64Array, after: Float64Array): number {
  if (before.length !== after.length) return Number.POSITIVE_INFINITY
  let most = 0
  for (let at = 0; at < after.length; at += 2)
    most = Math.max(most, Math.hypot(after[at]! - before[at]!, after[at + 1]! - before[at + 1]!))
  return most
}
