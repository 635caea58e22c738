import { kMeans, type Partition, type Starts } from './k-means.ts'
import { type Places, peopleAt } from './places.ts'
import { silhouettes, sizesOf } from './silhouette.ts'

/** A division and how well it fits. */
export interface Fitted {
  readonly partition: Partition
  readonly silhouette: number
}

/** Divisions of the same places, fewest parts first, and the one that fits best. */
export interface Fittings {
  readonly tried: readonly Fitted[]
  /** Null where no division leaves every part large enough. */
  readonly best: Fitted | null
}

/** Most parts that are tried; as in Polis. */
export const MOST_GROUPS = 5

/** Fewest people that make a group, of n who were placed: three, and one in a hundred (ADR 0014). */
export const leastMembers = (n: number): number => Math.max(FEWEST, Math.ceil(n * SMALLEST_SHARE))

/** The numbers of parts that so many people can be divided into: 2 … min(5, 2 + ⌊n / 12⌋), as in Polis. */
export function triedWith(people: number): readonly number[] {
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(people / PEOPLE_PER_GROUP_TRIED))
  return Array.from({ length: most - 1 }, (_, at) => at + 2)
}

/** From where each number of parts sets out. */
export interface StartsByK extends Omit<Starts, 'known'> {
  readonly known: (k: number) => readonly Float64Array[]
}

/** Places divided into each of these numbers of parts, parts numbered by size, the largest first. */
export function dividedInto(
  ks: readonly number[],
  places: Places,
  { random, starts, known }: StartsByK,
): Fittings {
  const partitions = ks
    .map((k) => kMeans(places, k, { random, starts, known: known(k) }))
    .filter((partition) => partition !== null)
  return fitted(
    places,
    partitions.map((partition) => bySize(partition, places)),
  )
}

/**
 * How well each division fits; the best has the highest mean silhouette, ties to the fewest parts.
 *
 * A division that sets a handful of people apart is not considered, however well it fits: one person far out would
 * win every time (ADR 0014).
 */
export function fitted(places: Places, partitions: readonly Partition[]): Fittings {
  const fits = silhouettes(places, partitions)
  const tried = partitions.map((partition, at) => ({ partition, silhouette: fits[at]! }))
  const smallest = leastMembers(peopleAt(places))
  const best = tried
    .filter(({ partition }) => Math.min(...sizesOf(partition, places.weight)) >= smallest)
    .reduce<Fitted | null>((best, one) => (best && best.silhouette >= one.silhouette ? best : one), null)
  return { tried, best }
}

/** Parts numbered by size, the largest first; of equally large ones, that of the first place. */
export function bySize({ k, labels, centres, inertia }: Partition, { weight }: Places): Partition {
  const sizes = sizesOf({ k, labels }, weight)
  const order = [...sizes.keys()].sort(
    (a, b) => sizes[b]! - sizes[a]! || labels.indexOf(a) - labels.indexOf(b),
  )
  const number = Uint8Array.from(order.keys(), (part) => order.indexOf(part))
  return {
    k,
    labels: labels.map((part) => number[part]!),
    centres: Float64Array.from(order.flatMap((part) => [centres[2 * part]!, centres[2 * part + 1]!])),
    inertia,
  }
}

const PEOPLE_PER_GROUP_TRIED = 12
const FEWEST = 3
const SMALLEST_SHARE = 0.01
