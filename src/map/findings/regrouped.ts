import { type GroupId, id, quickChance } from '../../kernel/index.ts'
import { START_SIDE } from '../groups/division.ts'
import { kMeans, nearestCentres, settled } from '../groups/k-means.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import { eachAlone, gathered, pointsOf } from '../groups/places.ts'
import { type Plane, placedRows, planeOf, positionsOf } from '../space/space.ts'
import type { VoteMatrix } from '../votes/matrix.ts'

/** Into how many groups people are divided, and the name of the chance that is drawn from. */
export interface Into {
  readonly k: number
  readonly seed: string
}

/** A way to divide people: where they stand, and around which centres. */
export interface Regrouping {
  readonly plane: Plane
  /** x and y of each centre, in turn. */
  readonly centres: Float64Array
}

/** Who is in which of k nameless groups, as the map divides people; null where they do not divide. */
export function groupedInto(matrix: VoteMatrix, into: Into): Membership | null {
  const grouping = regrouped(matrix, into, planeOf(matrix))
  return grouping === null ? null : { groups: numbered(into.k), labels: labelsBy(grouping, matrix) }
}

/**
 * The people of this matrix divided into k, as the map divides them; null where they do not divide.
 *
 * Shapes: `near`: the plane of nearly the same votes; it saves time and changes nothing.
 */
export function regrouped(matrix: VoteMatrix, { k, seed }: Into, near: Plane): Regrouping | null {
  const plane = planeOf(matrix, near.axes.filter(isAxis))
  const people = eachAlone(pointsOf(positionsOf(matrix, plane), placedRows(matrix)))
  const start = kMeans(gathered(people, START_SIDE).places, k, { random: quickChance(seed), starts: STARTS })
  return start === null ? null : { plane, centres: settled(people, start.centres).centres }
}

/**
 * Which centre each row of a matrix stands nearest to, by this way of dividing; `NONE` for who answered too little.
 *
 * The matrix need not be the one that the way was found in; its columns must be the same.
 */
export function labelsBy({ plane, centres }: Regrouping, matrix: VoteMatrix): Uint8Array {
  const rows = placedRows(matrix)
  const own = nearestCentres(pointsOf(positionsOf(matrix, plane), rows), centres)
  const labels = new Uint8Array(matrix.people).fill(NONE)
  rows.forEach((row, person) => {
    labels[row] = own[person]!
  })
  return labels
}

/** Ids for groups that have no names. */
export const numbered = (k: number): GroupId[] => Array.from({ length: k }, (_, group) => id(`${group}`))

const isAxis = (axis: Float64Array): boolean => axis.some((loading) => loading !== 0)
const STARTS = 8
