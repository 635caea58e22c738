import { usualKernels } from '../kernels/index.ts'
import type { Partition } from './k-means.ts'
import { type Places, peopleAt } from './places.ts'

/**
 * How well each division fits: the mean over people of (b − a) / max(a, b), where a is the mean distance to the
 * others of one's part and b to the nearest other part. 1 is far apart, 0 is no division at all; alone counts 0.
 *
 * All divisions share one look at every distance: places in the same part of every division are added up together.
 * Where people share a place, its distance to another is taken as √(d² + (r² + s²) / 2) with the reaches r and s of
 * both, which is their people's mean distance to second order, and its own people's as if spread normally about it.
 *
 * Shapes: one mean per partition.
 * Source: Rousseeuw 1987, J. Comput. Appl. Math. 20:53-65; shared places and their error: ADR 0003.
 *
 * @example
 * const four = { points: Float64Array.of(0, 0, 0, 1, 9, 0, 9, 1), weight: Float64Array.of(1, 1, 1, 1), reach: new Float64Array(4) }
 * silhouettes(four, [{ k: 2, labels: Uint8Array.of(0, 0, 1, 1) }])[0] // ~> 0.8892
 */
export function silhouettes(places: Places, partitions: readonly Labelled[]): number[] {
  const parts = jointParts(places.weight.length, partitions)
  const sums = distanceSums(places, parts)
  const people = peopleAt(places)
  return partitions.map((partition) =>
    people === 0 ? 0 : partFits(places, partition, { parts, sums }).reduce((a, b) => a + b, 0) / people,
  )
}

type Labelled = Pick<Partition, 'k' | 'labels'>

/** How many people each part holds. */
export function sizesOf({ k, labels }: Labelled, weight: Float64Array | 'one each'): Float64Array {
  const sizes = new Float64Array(k)
  for (let i = 0; i < labels.length; i++) sizes[labels[i]!]! += weight === 'one each' ? 1 : weight[i]!
  return sizes
}

/** The sets of places that no partition tells apart, which lie one after the other in `order`. */
interface JointParts {
  /** Place numbers, sorted by set; set s holds those from `start[s]` to `start[s + 1]`. */
  readonly order: Uint32Array
  readonly start: Uint32Array
}

/** For each part, the sum over its people of their silhouettes. */
function partFits(
  { weight, reach }: Places,
  partition: Labelled,
  { parts: { order, start }, sums }: { readonly parts: JointParts; readonly sums: Float64Array },
): Float64Array {
  const { k, labels } = partition
  const sizes = sizesOf(partition, weight)
  const sets = start.length - 1
  const partOf = start.slice(0, sets).map((from) => labels[order[from]!]!)
  const own = new Float64Array(k)
  const fits = new Float64Array(k)
  for (let at = 0; at < order.length; at++) {
    const place = order[at]!
    const part = labels[place]!
    const people = weight[place]!
    own.fill(0)
    for (let set = 0; set < sets; set++) own[partOf[set]!]! += sums[at * sets + set]!
    own[part]! += (people - 1) * WITHIN * reach[place]!
    fits[part]! += people * fitOf(part, own, sizes)
  }
  return fits
}

/** One person's silhouette, from their summed distances to each part. */
function fitOf(own: number, sums: Float64Array, sizes: Float64Array): number {
  if (sizes[own]! <= 1) return 0
  const a = sums[own]! / (sizes[own]! - 1)
  let b = Number.POSITIVE_INFINITY
  for (let part = 0; part < sums.length; part++)
    if (part !== own && sizes[part]! > 0) b = Math.min(b, sums[part]! / sizes[part]!)
  const wider = Math.max(a, b)
  return wider > 0 && b < Number.POSITIVE_INFINITY ? (b - a) / wider : 0
}

/** For each place in order, its summed distance to the people of each set. */
function distanceSums({ points, weight, reach }: Places, { order, start }: JointParts): Float64Array {
  const inOrder = () => new Float64Array(order.length)
  const sorted = { starts: start, x: inOrder(), y: inOrder(), weight: inOrder(), blur: inOrder() }
  for (let at = 0; at < order.length; at++) {
    const place = order[at]!
    sorted.x[at] = points[2 * place]!
    sorted.y[at] = points[2 * place + 1]!
    sorted.weight[at] = weight[place]!
    sorted.blur[at] = reach[place]! ** 2 / 2
  }
  return usualKernels().distanceSums(sorted)
}

function jointParts(n: number, partitions: readonly Labelled[]): JointParts {
  const numbers = new Map<number, number>()
  const setOf = new Uint32Array(n)
  const sizes: number[] = []
  for (let i = 0; i < n; i++) {
    let key = 0
    for (const { k, labels } of partitions) key = key * k + labels[i]!
    const set = numbers.get(key) ?? numbers.size
    numbers.set(key, set)
    setOf[i] = set
    sizes[set] = (sizes[set] ?? 0) + 1
  }
  const start = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, set) => {
    start[set + 1] = start[set]! + size
  })
  const next = start.slice()
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[next[setOf[i]!]!++] = i
  return { order, start }
}

/** The mean distance between two people normally spread about one place, in units of its reach: √2 · √(π / 4). */
const WITHIN = Math.sqrt(Math.PI / 2)
