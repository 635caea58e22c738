import { type Interval, LEVEL } from '../../kernel/index.ts'
import type { GroupingEvidence, OpinionGroup } from '../opinion-map.ts'

/** Share of the re-runs in which the number of groups must come back (ADR 0014). */
export const COMES_BACK = 0.5
/** Mean best Jaccard similarity that every group must keep (ADR 0014; Hennig 2007: below .6 is not a group). */
export const HOLDS = 0.75
/** Firmness below which a person could belong to two groups (ADR 0014). */
export const FIRM = 0.8

/**
 * The first reason not to call a division groups; null if there is none.
 *
 * Three things are asked of it: that people without groups would hardly be divided as well; that the same number of
 * groups comes back when people are left out; and that each of them comes back with its members.
 *
 * Source: this project, ADR 0014; the bound on Jaccard similarity is Hennig's (2007).
 */
export function doubtOf(
  silhouette: number,
  groups: readonly OpinionGroup[],
  evidence: GroupingEvidence,
): string | null {
  const k = groups.length
  const runs = evidence.reruns.reduce((sum, { times }) => sum + times, 0)
  const back = evidence.reruns.find((rerun) => rerun.k === k)?.times ?? 0
  if (!(silhouette > evidence.chanceSilhouette))
    return `divided in ${k}, people fit their groups at ${silhouette.toFixed(2)}, and people without any groups reach ${evidence.chanceSilhouette.toFixed(2)} once in twenty`
  if (runs === 0) return 'the map was not drawn again with people left out'
  if (back < COMES_BACK * runs)
    return `when a tenth of the people are left out, ${k} groups come back only ${back} times in ${runs}`
  const loose = groups.find(({ holds }) => holds.estimate < HOLDS)
  if (loose === undefined) return null
  return `when a tenth of the people are left out, group ${loose.id} comes back only ${percent(loose.holds.estimate)} the same`
}

/**
 * How well a group came back: the mean over the re-runs, and between which values 95 % of them lie.
 *
 * Units:  Jaccard similarity, 0 to 1.
 *
 * @example
 * heldOver([1, 0.5]) // => { estimate: 0.75, low: 0.5, high: 1, n: 2, method: 'bootstrap', level: 0.95 }
 */
export function heldOver(values: readonly number[]): Interval {
  const n = values.length
  if (n === 0) return { estimate: 0, low: 0, high: 1, n, method: 'bootstrap', level: LEVEL }
  const rising = [...values].sort((a, b) => a - b)
  const estimate = values.reduce((sum, value) => sum + value, 0) / n
  const tail = Math.floor((n * (1 - LEVEL)) / 2)
  // A few bad re-runs can pull the mean below nearly all of them; the interval then reaches down to it.
  const low = Math.min(estimate, rising[tail]!)
  const high = Math.max(estimate, rising[n - 1 - tail]!)
  return { estimate, low, high, n, method: 'bootstrap', level: LEVEL }
}

const percent = (share: number): string => `${Math.round(100 * share)} %`
