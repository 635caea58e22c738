import { chance } from '../../kernel/index.ts'
import { kMeans, type Partition } from './k-means.ts'
import { sampleOf } from './sample.ts'
import { silhouettes, sizesOf } from './silhouette.ts'

/** The best way to divide people by where they stand, and how well each number of parts fits. */
export interface Division {
  /** Null where no division leaves every part large enough. */
  readonly best: Partition | null
  /** The mean silhouette of the best division; 0 where there is none. */
  readonly silhouette: number
  readonly tried: readonly { readonly k: number; readonly silhouette: number }[]
}

/** Most parts that are tried; as in Polis. */
export const MOST_GROUPS = 5

/** Up to this many people a silhouette looks at every pair; above, at the pairs within a sample of this size. */
export const EXACT_UP_TO = 3000

/**
 * The division into k = 2 … min(5, 2 + ⌊n / 12⌋) parts with the highest mean silhouette, ties to the fewest parts.
 *
 * A division that sets a handful of people apart is not considered, however well it fits: one person far out would
 * win every time (ADR 0014).
 *
 * Shapes: points are x and y in turn, 2n numbers.
 * Source: the range of k as in Polis (conversation.clj); the bound on small parts: ADR 0014.
 */
export function divisionOf(points: Float64Array, seed: string): Division {
  const n = points.length / 2
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(n / PEOPLE_PER_GROUP_TRIED))
  const ks = Array.from({ length: most - 1 }, (_, i) => i + 2)
  const partitions = ks
    .map((k) => kMeans(points, k, chance(`${seed}/k-means/${k}`)))
    .filter((partition) => partition !== null)
  const fits = meanSilhouettes(points, partitions, seed)
  const tried = partitions.map(({ k }, i) => ({ k, silhouette: fits[i]! }))
  const smallest = leastMembers(n)
  const allowed = partitions
    .map((partition, i) => ({ partition, silhouette: fits[i]! }))
    .filter(({ partition }) => Math.min(...sizesOf(partition)) >= smallest)
    .sort((a, b) => b.silhouette - a.silhouette || a.partition.k - b.partition.k)
  return { best: allowed[0]?.partition ?? null, silhouette: allowed[0]?.silhouette ?? 0, tried }
}

/** Fewest people that make a group, of n who were placed: three, and one in a hundred (ADR 0014). */
export const leastMembers = (n: number): number => Math.max(FEWEST, Math.ceil(n * SMALLEST_SHARE))

function meanSilhouettes(points: Float64Array, partitions: readonly Partition[], seed: string): number[] {
  const n = points.length / 2
  if (n <= EXACT_UP_TO) return silhouettes(points, partitions)
  const sample = sampleOf(EXACT_UP_TO, n, chance(`${seed}/silhouette`))
  const some = new Float64Array(2 * sample.length).map((_, at) => points[2 * sample[at >> 1]! + (at & 1)]!)
  return silhouettes(
    some,
    partitions.map(({ k, labels }) => ({ k, labels: Uint8Array.from(sample, (i) => labels[i]!) })),
  )
}

const PEOPLE_PER_GROUP_TRIED = 12
const FEWEST = 3
const SMALLEST_SHARE = 0.01
