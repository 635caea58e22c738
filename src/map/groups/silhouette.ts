import type { Partition } from './k-means.ts'

/**
 * How well each division fits: the mean over points of (b − a) / max(a, b), where a is the mean distance to the
 * others of one's part and b to the nearest other part. 1 is far apart, 0 is no division at all; alone counts 0.
 *
 * All divisions share one look at every distance: points in the same part of every division are added up together.
 *
 * Shapes: points are x and y in turn, 2n numbers -> one mean per partition.
 * Source: Rousseeuw 1987, J. Comput. Appl. Math. 20:53-65.
 *
 * @example
 * silhouettes(Float64Array.of(0, 0, 0, 1, 9, 0, 9, 1), [{ k: 2, labels: Uint8Array.of(0, 0, 1, 1) }])[0] // ~> 0.8892
 */
export function silhouettes(
  points: Float64Array,
  partitions: readonly Pick<Partition, 'k' | 'labels'>[],
): number[] {
  const n = points.length / 2
  const { cellOf, cells } = jointCells(n, partitions)
  const byCell = sortedBy(points, cellOf, cells)
  const sizes = partitions.map(sizesOf)
  const totals = partitions.map(() => 0)
  const sums = new Float64Array(cells)
  const perPart = partitions.map(({ k }) => new Float64Array(k))
  for (let i = 0; i < n; i++) {
    distanceSums(points[2 * i]!, points[2 * i + 1]!, byCell, sums)
    partitions.forEach(({ labels }, at) => {
      const own = perPart[at]!.fill(0)
      for (let cell = 0; cell < cells; cell++) own[labels[byCell.member[cell]!]!]! += sums[cell]!
      totals[at]! += fitOf(labels[i]!, own, sizes[at]!)
    })
  }
  return totals.map((total) => (n === 0 ? 0 : total / n))
}

/** One point's silhouette, from its summed distances to each part. */
function fitOf(own: number, sums: Float64Array, sizes: Float64Array): number {
  if (sizes[own]! <= 1) return 0
  const a = sums[own]! / (sizes[own]! - 1)
  let b = Number.POSITIVE_INFINITY
  for (let part = 0; part < sums.length; part++)
    if (part !== own && sizes[part]! > 0) b = Math.min(b, sums[part]! / sizes[part]!)
  const wider = Math.max(a, b)
  return wider > 0 && Number.isFinite(b) ? (b - a) / wider : 0
}

interface Cells {
  readonly points: Float64Array
  /** Cell c holds the points from `start[c]` to `start[c + 1]`. */
  readonly start: Uint32Array
  /** One point of each cell, by its number before sorting. */
  readonly member: Uint32Array
}

function distanceSums(x: number, y: number, { points, start }: Cells, sums: Float64Array): void {
  for (let cell = 0; cell + 1 < start.length; cell++) {
    let sum = 0
    for (let at = 2 * start[cell]!; at < 2 * start[cell + 1]!; at += 2) {
      const dx = points[at]! - x
      const dy = points[at + 1]! - y
      sum += Math.sqrt(dx * dx + dy * dy)
    }
    sums[cell] = sum
  }
}

/** Numbers the sets of points that no partition tells apart. */
function jointCells(n: number, partitions: readonly Pick<Partition, 'k' | 'labels'>[]) {
  const numbers = new Map<number, number>()
  const cellOf = new Uint32Array(n)
  for (let i = 0; i < n; i++) {
    const key = partitions.reduce((code, { k, labels }) => code * k + labels[i]!, 0)
    const cell = numbers.get(key) ?? numbers.size
    numbers.set(key, cell)
    cellOf[i] = cell
  }
  return { cellOf, cells: numbers.size }
}

function sortedBy(points: Float64Array, cellOf: Uint32Array, cells: number): Cells {
  const start = new Uint32Array(cells + 1)
  const member = new Uint32Array(cells)
  for (const cell of cellOf) start[cell + 1]!++
  for (let cell = 0; cell < cells; cell++) start[cell + 1]! += start[cell]!
  const next = start.slice()
  const sorted = new Float64Array(points.length)
  cellOf.forEach((cell, i) => {
    sorted[2 * next[cell]!] = points[2 * i]!
    sorted[2 * next[cell]!++ + 1] = points[2 * i + 1]!
    member[cell] = i
  })
  return { points: sorted, start, member }
}

/** How many points each part holds. */
export function sizesOf({ k, labels }: Pick<Partition, 'k' | 'labels'>): Float64Array {
  const sizes = new Float64Array(k)
  for (const part of labels) sizes[part]!++
  return sizes
}
