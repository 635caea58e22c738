import { quickChance } from '../../kernel/index.ts'
import { adjustedRandOf, contingencyOf, jaccardsOf } from './contingency.ts'
import { START_SIDE } from './division.ts'
import { dividedInto } from './fitted.ts'
import { nearestCentres, type Partition } from './k-means.ts'
import { gathered, type Places, reweighted } from './places.ts'
import type { Resample } from './resamples.ts'

/** What was divided, and each division of it that is to be tried again. */
export interface Drawn {
  readonly places: Places
  readonly partitions: readonly Labelled[]
}

type Labelled = Pick<Partition, 'k' | 'labels'>

/** What became of the divisions when the people were drawn again. */
export interface Rerun {
  /** Into how many groups they divide best; 1 where they do not. */
  readonly k: number
  /** In the order of the divisions tried again. */
  readonly again: readonly Again[]
}

/** What became of one division. */
export interface Again {
  /** Adjusted Rand index of the division and the one drawn again, over everybody. */
  readonly agreement: number
  /** For each part, the Jaccard similarity to the most similar part of the division drawn again. */
  readonly jaccards: readonly number[]
  /** For each place: stands in the part that took the place of its own (1). */
  readonly kept: Uint8Array
}

/**
 * Divides the people drawn again, and compares.
 *
 * Everybody counts in the comparison, also who was not drawn: they belong where the nearest centre is.
 *
 * Source: Dolnicar & Leisch 2010, Mark. Lett. 21:83-101, with the first division in the place of a second sample;
 *         part by part, Hennig 2007, Comput. Stat. Data Anal. 52(1):258-271, section 2.
 */
export function rerunOf({ places, partitions }: Drawn, { points, times }: Resample, seed: string): Rerun {
  const all: Places = { ...places, points }
  const came = reweighted(all, times)
  const divided = came.weight.length <= ALONE_UP_TO ? came : gathered(came, START_SIDE).places
  const known = new Map(partitions.map((one) => [one.k, [middlesOf(all, one)]]))
  const { tried, best } = dividedInto([...known.keys()], divided, {
    random: quickChance(`${seed}/k-means`),
    starts: STARTS,
    known: (k) => known.get(k) ?? [],
  })
  const found = new Map(tried.map(({ partition }) => [partition.k, partition]))
  return {
    k: best?.partition.k ?? 1,
    again: partitions.map((one) => {
      const centres = found.get(one.k)?.centres ?? points.slice(0, 2)
      const labels = nearestCentres(points, centres)
      return againOf(one, { k: centres.length / 2, labels }, places)
    }),
  }
}

function againOf(first: Labelled, second: Labelled, { weight }: Places): Again {
  const table = contingencyOf(first, second, weight)
  const jaccards = jaccardsOf(table)
  const successor = matched(jaccards)
  const kept = new Uint8Array(weight.length)
  for (let place = 0; place < kept.length; place++)
    if (successor[first.labels[place]!] === second.labels[place]) kept[place] = 1
  return { agreement: adjustedRandOf(table), jaccards: jaccards.map((row) => Math.max(...row)), kept }
}

/** Which part takes the place of each: the most similar pair first, each used once; −1 where none does. */
function matched(table: readonly (readonly number[])[]): readonly number[] {
  const pairs = table.flatMap((row, part) => row.map((jaccard, again) => ({ part, again, jaccard })))
  const successor = table.map(() => -1)
  for (const { part, again, jaccard } of pairs.sort((a, b) => b.jaccard - a.jaccard))
    if (jaccard > 0 && successor[part] === -1 && !successor.includes(again)) successor[part] = again
  return successor
}

/** The middle of each part, where its people stand. */
function middlesOf({ points, weight }: Places, { k, labels }: Labelled): Float64Array {
  const sums = new Float64Array(3 * k)
  labels.forEach((part, place) => {
    sums[3 * part]! += weight[place]!
    sums[3 * part + 1]! += weight[place]! * points[2 * place]!
    sums[3 * part + 2]! += weight[place]! * points[2 * place + 1]!
  })
  return new Float64Array(2 * k).map(
    (_, at) => sums[3 * (at >> 1) + 1 + (at & 1)]! / Math.max(1, sums[3 * (at >> 1)]!),
  )
}

/** Up to this many people are divided again as they are; above, those near each other share a place. */
const ALONE_UP_TO = 500
/** A start drawn besides the middles of the first division, so that another division can win. */
const STARTS = 1
