import type { Grouping, GroupingEvidence, OpinionGroup, TriedDivision } from '../opinion-map.ts'
import { type Plane, placedRows } from '../space/space.ts'
import type { VotesOnMap } from '../votes/matrix.ts'
import { type Division, divisionOf } from './division.ts'
import { evidenceOf } from './evidence.ts'
import { leastMembers } from './fitted.ts'
import { NONE } from './membership.ts'
import { letter } from './names.ts'
import { pointsOf } from './places.ts'
import { type Rerun, rerunOf } from './reruns.ts'
import { CROWDS, CROWDS_DRAWN, exceededOnceInTwenty, shapeOf, ungroupedSilhouette } from './ungrouped.ts'
import { firmnessOf, type Standing, unitsOf } from './units.ts'

export interface MapOptions {
  /** Names the chance that starts, crowds and re-runs draw from. */
  readonly seed: string
  /** How often the map is drawn again from people picked by chance. Without re-runs no group counts as stable. */
  readonly reruns: number
}

/** As many re-runs as show a group's stability to a few hundredths (ADR 0014). */
export const USUAL: MapOptions = { seed: 'map', reruns: 50 }

/** How far the work is, for whoever shows it. */
export interface Progress {
  readonly doing:
    | 'axes'
    | 'positions'
    | 'division'
    | 'ungrouped-crowds'
    | 're-runs'
    | 'findings'
    | 'bridging'
    | 'intervals'
  readonly done: number
  readonly of: number
}

/** The groups, and for every row of the matrix which of them it is in. */
export interface Grouped {
  readonly grouping: Grouping
  /** The number of the row's group in `grouping.groups`; `NONE` for who was not placed, or without stable groups. */
  readonly labels: Uint8Array
  /** The share of the re-runs that kept the person in their group; 0 for who is in none. */
  readonly firmness: Float32Array
}

/** Fewest people placed for whom groups are looked for (ADR 0014). */
export const FEWEST_PLACED = 7

/**
 * The opinion groups, if there are any: of the divisions of those placed that fit better than crowds without groups
 * and come back when people are drawn again, the one that fits best.
 *
 * Source: the rule and its thresholds, with what they let through: ADR 0014; how many people are handled: ADR 0003.
 */
export function* groupingSteps(
  matrix: VotesOnMap,
  { plane, positions }: { readonly plane: Plane; readonly positions: Float64Array },
  { seed, reruns }: MapOptions,
): Generator<Progress, Grouped> {
  const rows = placedRows(matrix)
  const standing: Standing = { matrix, plane, rows, points: pointsOf(positions, rows) }
  const division = divisionOf(standing.points, `${seed}/division`)
  if (rows.length < FEWEST_PLACED || division.best === null)
    return ungrouped(matrix, whyNone(rows.length, division), evidenceOf(division, [], 1))

  const chanceSilhouette = yield* chanceSteps(standing.points, seed)
  const units = unitsOf(standing, division)
  const runs: Rerun[] = []
  while (runs.length < reruns) {
    const run = `${seed}/re-run/${runs.length}`
    runs.push(rerunOf(units, units.again(run), run))
    yield { doing: 're-runs', done: runs.length, of: reruns }
  }

  const evidence = evidenceOf(division, runs, chanceSilhouette)
  const chosen = evidence.tried.findIndex(({ verdict }) => verdict.kind === 'chosen')
  if (chosen < 0) return ungrouped(matrix, firstDoubt(division, evidence), evidence)
  const { centres, labels } = division.tried[chosen]!
  const firmness = firmnessOf(runs, chosen)
  return {
    grouping: { kind: 'groups', groups: groupsOf(evidence.tried[chosen]!, centres), evidence },
    ...membership(standing, labels, (person) => firmness[units.unitOf(person)]!),
  }
}

/** The silhouette that people without groups exceed once in twenty. */
function* chanceSteps(points: Float64Array, seed: string): Generator<Progress, number> {
  const shape = shapeOf(points)
  const of = CROWDS.length * CROWDS_DRAWN
  const chances: number[] = []
  for (const [at, crowd] of CROWDS.entries()) {
    const drawn: number[] = []
    while (drawn.length < CROWDS_DRAWN) {
      drawn.push(ungroupedSilhouette(shape, crowd, `${seed}/${crowd}/${drawn.length}`))
      yield { doing: 'ungrouped-crowds', done: at * CROWDS_DRAWN + drawn.length, of }
    }
    chances.push(exceededOnceInTwenty(drawn, shape.people))
  }
  return Math.max(...chances)
}

const ungrouped = ({ people }: VotesOnMap, because: string, evidence: GroupingEvidence): Grouped => ({
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

/** What speaks against the division that fits best. */
function firstDoubt({ best }: Division, { tried }: GroupingEvidence): string {
  const verdict = tried.find(({ k }) => k === best)?.verdict
  return verdict?.kind === 'not-stable' ? verdict.because : ''
}

const groupsOf = ({ sizes, holds }: TriedDivision, centres: Float64Array): OpinionGroup[] =>
  sizes.map((members, part) => ({
    id: letter(part),
    members,
    centre: [centres[2 * part]!, centres[2 * part + 1]!],
    holds: holds[part]!,
  }))

/** Labels and firmness of all rows, from those of the people who are placed. */
function membership({ matrix, rows }: Standing, own: Uint8Array, firm: (person: number) => number) {
  const labels = new Uint8Array(matrix.people).fill(NONE)
  const firmness = new Float32Array(matrix.people)
  rows.forEach((row, person) => {
    labels[row] = own[person]!
    firmness[row] = firm(person)
  })
  return { labels, firmness }
}
