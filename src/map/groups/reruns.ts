import { chance } from '../../kernel/index.ts'
import { type Plane, placedRows, planeOf, positionsOf } from '../space/space.ts'
import { rowsOf, type VoteMatrix } from '../votes/matrix.ts'
import { divisionOf } from './division.ts'
import type { Partition } from './k-means.ts'
import { sampleOf } from './sample.ts'

/** A map as drawn: its plane, the rows of the matrix that were placed, and their division, in the same order. */
export interface Drawn {
  readonly plane: Plane
  readonly rows: readonly number[]
  readonly partition: Partition
}

/** What became of a division when some of the people were left out. */
export interface Rerun {
  /** Into how many groups the rest divide; 1 where they do not. */
  readonly k: number
  /** For each group, the Jaccard similarity of its remaining members to the most similar group of the re-run. */
  readonly jaccards: readonly number[]
  /** For each of those divided: was in the re-run (1), and in the group that took the place of their own (1). */
  readonly present: Uint8Array
  readonly kept: Uint8Array
}

/**
 * The whole map drawn again without a tenth of the people, chosen by chance, and compared with the first.
 *
 * Source: clusterwise stability, Hennig 2007, Comput. Stat. Data Anal. 52(1):258-271, section 2, by leaving out.
 */
export function rerunOf(matrix: VoteMatrix, drawn: Drawn, seed: string): Rerun {
  const people = matrix.participants.length
  const stayed = sampleOf(people - Math.round(people * LEFT_OUT), people, chance(`${seed}/stay`))
  const fewer = rowsOf(matrix, stayed)
  const plane = planeOf(fewer, drawn.plane.axes.filter(isAxis))
  const rows = placedRows(fewer)
  const { best } = divisionOf(pointsOf(positionsOf(fewer, plane), rows), seed)
  const again = new Map(best === null ? [] : rows.map((row, at) => [stayed[row]!, best.labels[at]!]))
  return { present: Uint8Array.from(drawn.rows, isIn(stayed)), ...comparison(drawn, again, best?.k ?? 1) }
}

/** The share of people that each re-run leaves out (ADR 0014). */
export const LEFT_OUT = 0.1

/** The positions of some rows, x and y in turn. */
export const pointsOf = (positions: Float64Array, rows: readonly number[]): Float64Array =>
  new Float64Array(2 * rows.length).map((_, at) => positions[2 * rows[at >> 1]! + (at & 1)]!)

function comparison(
  { rows, partition }: Drawn,
  again: ReadonlyMap<number, number>,
  k: number,
): Omit<Rerun, 'present'> {
  const labels = rows.map((row) => again.get(row) ?? null)
  const table = jaccardTable(labels, partition, k)
  const successor = matched(table)
  const kept = Uint8Array.from(labels, (label, at) =>
    Number(label !== null && successor.get(partition.labels[at]!) === label),
  )
  return { k, jaccards: table.map((row) => Math.max(...row)), kept }
}

/** Rows: the groups; columns: those of the re-run; counted over the people in both. */
function jaccardTable(
  again: readonly (number | null)[],
  { k, labels }: Partition,
  kAgain: number,
): number[][] {
  const both = Array.from({ length: k }, () => new Array<number>(kAgain).fill(0))
  again.forEach((label, at) => {
    if (label !== null) both[labels[at]!]![label]!++
  })
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const columns = Array.from({ length: kAgain }, (_, j) => sum(both.map((row) => row[j]!)))
  return both.map((row) => row.map((count, j) => count / Math.max(1, sum(row) + columns[j]! - count)))
}

/** Which group of the re-run takes the place of which group: the most similar pair first, each used once. */
function matched(table: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const pairs = table.flatMap((row, group) => row.map((jaccard, again) => ({ group, again, jaccard })))
  const successor = new Map<number, number>()
  const taken = new Set<number>()
  for (const { group, again, jaccard } of pairs.sort((a, b) => b.jaccard - a.jaccard)) {
    if (jaccard === 0 || successor.has(group) || taken.has(again)) continue
    successor.set(group, again)
    taken.add(again)
  }
  return successor
}

function isIn(rows: Uint32Array): (row: number) => number {
  const those = new Set(rows)
  return (row) => Number(those.has(row))
}

const isAxis = (axis: Float64Array): boolean => axis.some((loading) => loading !== 0)
