import { type Interval, LEVEL } from '../../kernel/index.ts'
import type { TriedDivision } from '../opinion-map.ts'
import { leastMembers } from './fitted.ts'

/** Mean adjusted Rand index to the re-runs that a division must keep (ADR 0014). */
export const AGREES = 0.6
/** Mean best Jaccard similarity that every group must keep (ADR 0014; Hennig 2007: below .6 is not a group). */
export const HOLDS = 0.75
/** Firmness below which a person could belong to two groups (ADR 0014). */
export const FIRM = 0.8

/** What is known of one division before it is judged. */
export type Unjudged = Omit<TriedDivision, 'verdict'>

/**
 * Judges every division: of those that are stable groups, the one that fits best is chosen.
 *
 * Source: this project, ADR 0014.
 */
export function judged(divisions: readonly Unjudged[], chanceSilhouette: number | null): TriedDivision[] {
  const doubts = divisions.map((division) => doubtOf(division, chanceSilhouette))
  const stable = divisions.filter((_, at) => doubts[at] === null)
  const chosen = stable.reduce<Unjudged | null>(
    (best, one) => (best === null || one.silhouette > best.silhouette ? one : best),
    null,
  )
  return divisions.map((division, at): TriedDivision => {
    const because = doubts[at] ?? null
    if (because !== null) return { ...division, verdict: { kind: 'not-stable', because } }
    if (division === chosen) return { ...division, verdict: { kind: 'chosen' } }
    return {
      ...division,
      verdict: { kind: 'also-stable', because: `divided in ${chosen!.k}, people fit better` },
    }
  })
}

/**
 * The first reason not to call a division groups; null if there is none.
 *
 * Four things are asked of it: that no part is a mere handful; that people without groups would hardly be divided as
 * well; that the division agrees with those of the re-runs; and that each part comes back with its members.
 *
 * Source: this project, ADR 0014; the bound on Jaccard similarity is Hennig's (2007).
 */
export function doubtOf(
  { k, sizes, silhouette, silhouetteError, agreement, holds }: Unjudged,
  chanceSilhouette: number | null,
): string | null {
  const smallest = leastMembers(sizes.reduce((sum, size) => sum + size, 0))
  if (sizes.some((size) => size < smallest))
    return `divided in ${k}, fewer than ${smallest} people are set apart`
  if (chanceSilhouette === null) return 'it was not compared with people without any groups'
  if (!(silhouette - silhouetteError > chanceSilhouette))
    return `divided in ${k}, people fit their groups at ${silhouette.toFixed(2)}, and people without any groups reach ${chanceSilhouette.toFixed(2)} once in twenty`
  if (agreement.n === 0) return 'the map was not drawn again from people picked by chance'
  if (agreement.estimate < AGREES)
    return `drawn again from people picked by chance, ${k} groups agree with these only to ${agreement.estimate.toFixed(2)}, where 1 is the same and 0 is chance`
  const loose = holds.findIndex(({ estimate }) => estimate < HOLDS)
  if (loose < 0) return null
  return `drawn again from people picked by chance, the group that is number ${loose + 1} by size comes back only ${percent(holds[loose]!.estimate)} the same`
}

/**
 * How well something came back: the mean over the re-runs, and between which values 95 % of them lie. One re-run shows
 * no spread: the interval is then as wide as where there is none.
 *
 * Units:  those of the values, such as Jaccard similarity.
 *
 * @example
 * heldOver([1, 0.5]) // => { estimate: 0.75, low: 0.5, high: 1, n: 2, method: 'bootstrap', level: 0.95 }
 */
export function heldOver(values: readonly number[]): Interval {
  const n = values.length
  if (n < 2) return { estimate: values[0] ?? 0, low: 0, high: 1, n, method: 'bootstrap', level: LEVEL }
  const rising = [...values].sort((a, b) => a - b)
  const estimate = values.reduce((sum, value) => sum + value, 0) / n
  const tail = Math.floor((n * (1 - LEVEL)) / 2)
  // A few bad re-runs can pull the mean below nearly all of them; the interval then reaches down to it.
  const low = Math.min(estimate, rising[tail]!)
  const high = Math.max(estimate, rising[n - 1 - tail]!)
  return { estimate, low, high, n, method: 'bootstrap', level: LEVEL }
}

const percent = (share: number): string => `${Math.round(100 * share)} %`
