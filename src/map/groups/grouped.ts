import { counted, type GroupId } from '../../kernel/index.ts'
import type { Grouping, GroupingEvidence } from '../opinion-map.ts'
import type { VotesOnMap } from '../votes/matrix.ts'
import { NONE } from './membership.ts'
import type { Standing } from './units.ts'

/** By what people are grouped: where they stand on the map, or how they vote, wherever that puts them. */
export type GroupingMethod = 'k-means' | 'latent-class'

export interface MapOptions {
  /** Names the chance that starts, crowds and re-runs draw from. */
  readonly seed: string
  /** How often the map is drawn again from people picked by chance. Without re-runs no group counts as stable. */
  readonly reruns: number
  readonly groups: GroupingMethod
  /** Shows so many groups, whether they are stable or not; null: as many as the votes speak for. */
  readonly k: number | null
}

/** By k-means on the map (ADR 0004), with as many re-runs as show a group's stability to a few hundredths (ADR 0014). */
export const USUAL: MapOptions = { seed: 'map', reruns: 50, groups: 'k-means', k: null }

/** How far the work is, for whoever shows it. */
export interface Progress {
  readonly doing:
    | 'axes'
    | 'positions'
    | 'division'
    | 'ungrouped-crowds'
    | 're-runs'
    | 'classes'
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
  /** How surely the person belongs to their group: the share of the re-runs that kept them; 0 for who is in none. */
  readonly firmness: Float32Array
}

/** The names of the groups, in the order of their labels; none where no groups are stable. */
export const namesOf = (grouping: Grouping): readonly GroupId[] =>
  grouping.kind === 'groups' ? grouping.groups.map(({ id }) => id) : []

/** Fewest people placed for whom groups are looked for (ADR 0014). */
export const FEWEST_PLACED = 7

export const tooFew = (placed: number): string =>
  `too few to draw: ${counted(placed, 'person', 'people')} answered enough to be placed, and ${FEWEST_PLACED} are needed`

/** Nobody in a group, and why. */
export const ungrouped = ({ people }: VotesOnMap, because: string, evidence: GroupingEvidence): Grouped => ({
  grouping: { kind: 'no-stable-groups', because, evidence },
  labels: new Uint8Array(people).fill(NONE),
  firmness: new Float32Array(people),
})

/** Labels and firmness of all rows, from those of the people who are placed. */
export function membership({ matrix, rows }: Standing, own: Uint8Array, firm: (person: number) => number) {
  const labels = new Uint8Array(matrix.people).fill(NONE)
  const firmness = new Float32Array(matrix.people)
  rows.forEach((row, person) => {
    labels[row] = own[person]!
    firmness[row] = firm(person)
  })
  return { labels, firmness }
}
