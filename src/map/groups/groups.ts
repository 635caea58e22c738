import { type GroupId, id } from '../../kernel/index.ts'
import type { Grouping, GroupingEvidence, OpinionGroup } from '../opinion-map.ts'
import { type Plane, placedRows } from '../space/space.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { type Division, divisionOf, leastMembers } from './division.ts'
import type { Partition } from './k-means.ts'
import { NONE } from './membership.ts'
import { type Drawn, pointsOf, type Rerun, rerunOf } from './reruns.ts'
import { sizesOf } from './silhouette.ts'
import { doubtOf, heldOver } from './stability.ts'
import { CROWDS, exceededOnceInTwenty, shapeOf, ungroupedSilhouette } from './ungrouped.ts'

export interface MapOptions {
  /** Names the chance that starts, samples and re-runs draw from. */
  readonly seed: string
  /** How often the map is drawn again without a tenth of the people. Without re-runs no group counts as stable. */
  readonly reruns: number
}

/** As many re-runs as show a group's stability to a few hundredths, in about a second for 600 people (ADR 0014). */
export const USUAL: MapOptions = { seed: 'map', reruns: 50 }

/** How far the work is, for whoever shows it. */
export interface Progress {
  readonly doing: 'axes' | 'ungrouped-crowds' | 're-runs'
  readonly done: number
  readonly of: number
}

/** The groups, and for every row of the matrix which of them it is in. */
export interface Grouped {
  readonly grouping: Grouping
  /** The number of the row's group in `grouping.groups`; `NONE` for who was not placed, or without stable groups. */
  readonly labels: Uint8Array
  /** The share of the re-runs with this person that kept them in their group; 0 for who is in none. */
  readonly firmness: Float32Array
}

/** Fewest people placed for whom groups are looked for (ADR 0014). */
export const FEWEST_PLACED = 7
/** Crowds drawn of each kind; a multiple of twenty less one makes "once in twenty" exact. */
export const CROWDS_DRAWN = 59

/**
 * The opinion groups, if there are any: the best division of those placed, kept only if it fits better than crowds
 * without groups and comes back when some people are left out.
 *
 * Source: the rule and its thresholds, with what they let through: ADR 0014.
 */
export function* groupingSteps(
  matrix: VoteMatrix,
  { plane, positions }: { readonly plane: Plane; readonly positions: Float64Array },
  { seed, reruns }: MapOptions,
): Generator<Progress, Grouped> {
  const rows = placedRows(matrix)
  const points = pointsOf(positions, rows)
  const division = divisionOf(points, `${seed}/division`)
  const silhouettes = division.tried
  if (rows.length < FEWEST_PLACED || division.best === null)
    return ungrouped(matrix, whyNone(rows.length, division), { silhouettes, reruns: [], chanceSilhouette: 1 })

  const shape = shapeOf(points)
  const chances: number[] = []
  for (const [at, crowd] of CROWDS.entries()) {
    const drawn: number[] = []
    while (drawn.length < CROWDS_DRAWN) {
      drawn.push(ungroupedSilhouette(shape, crowd, `${seed}/${crowd}/${drawn.length}`))
      yield {
        doing: 'ungrouped-crowds',
        done: at * CROWDS_DRAWN + drawn.length,
        of: CROWDS.length * CROWDS_DRAWN,
      }
    }
    chances.push(exceededOnceInTwenty(drawn))
  }

  const drawn: Drawn = { plane, rows, partition: bySize(division.best) }
  const runs: Rerun[] = []
  while (runs.length < reruns) {
    runs.push(rerunOf(matrix, drawn, `${seed}/re-run/${runs.length}`))
    yield { doing: 're-runs', done: runs.length, of: reruns }
  }

  const evidence = { silhouettes, reruns: counted(runs), chanceSilhouette: Math.max(...chances) }
  const groups = groupsOf(drawn.partition, runs)
  const doubt = doubtOf(division.silhouette, groups, evidence)
  if (doubt !== null) return ungrouped(matrix, doubt, evidence)
  return { grouping: { kind: 'groups', groups, evidence }, ...membership(matrix, drawn, runs) }
}

const ungrouped = ({ people }: VoteMatrix, because: string, evidence: GroupingEvidence): Grouped => ({
  grouping: { kind: 'no-stable-groups', because, evidence },
  labels: new Uint8Array(people).fill(NONE),
  firmness: new Float32Array(people),
})

function whyNone(placed: number, { tried }: Division): string {
  if (placed < FEWEST_PLACED)
    return `too few to draw: ${placed} people answered enough to be placed, and ${FEWEST_PLACED} are needed`
  if (tried.length === 0) return 'everybody stands in the same place'
  return `every division sets fewer than ${leastMembers(placed)} people apart`
}

/** Parts numbered by size, the largest first; of equally large ones, that of the smallest id. */
function bySize({ k, labels, centres, inertia }: Partition): Partition {
  const sizes = sizesOf({ k, labels })
  const order = [...sizes.keys()].sort(
    (a, b) => sizes[b]! - sizes[a]! || labels.indexOf(a) - labels.indexOf(b),
  )
  return {
    k,
    labels: labels.map((part) => order.indexOf(part)),
    centres: new Float64Array(order.flatMap((part) => [centres[2 * part]!, centres[2 * part + 1]!])),
    inertia,
  }
}

function groupsOf(partition: Partition, runs: readonly Rerun[]): OpinionGroup[] {
  const sizes = sizesOf(partition)
  return Array.from({ length: partition.k }, (_, part) => ({
    id: letter(part),
    members: sizes[part]!,
    centre: [partition.centres[2 * part]!, partition.centres[2 * part + 1]!],
    holds: heldOver(runs.map(({ jaccards }) => jaccards[part]!)),
  }))
}

function membership({ people }: VoteMatrix, { rows, partition }: Drawn, runs: readonly Rerun[]) {
  const labels = new Uint8Array(people).fill(NONE)
  const firmness = new Float32Array(people)
  rows.forEach((row, at) => {
    const sum = (of: 'present' | 'kept') => runs.reduce((total, run) => total + run[of][at]!, 0)
    labels[row] = partition.labels[at]!
    firmness[row] = sum('kept') / Math.max(1, sum('present'))
  })
  return { labels, firmness }
}

function counted(runs: readonly Rerun[]): { k: number; times: number }[] {
  const ks = [...new Set(runs.map(({ k }) => k))].sort((a, b) => a - b)
  return ks.map((k) => ({ k, times: runs.filter((run) => run.k === k).length }))
}

const letter = (part: number): GroupId => id(String.fromCharCode('A'.charCodeAt(0) + part))
