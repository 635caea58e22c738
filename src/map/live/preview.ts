import { type Engine, projected, tally } from '../engine/index.ts'
import { NONE } from '../groups/membership.ts'
import type { Gram } from '../space/gram.ts'
import { ENOUGH_ANSWERS, planeOfGram } from '../space/space.ts'
import { answersOf } from '../votes/matrix.ts'
import type { VoteStore } from '../votes/store.ts'
import type { LiveCounts } from './live-counts.ts'

/** What a preview begins from: the one before, or a map. */
export interface Before {
  /** The axes by number of column, as far as there were columns; without any, a preview takes longer. */
  readonly axes: readonly Float64Array[]
  /** x and y of each group's centre, in turn; empty where there are no groups. */
  readonly centres: Float64Array
}

/**
 * Where everybody stands by now, as they would be drawn if the number of groups stayed.
 *
 * A preview is not the map: whether there are groups, and how many, is not asked again, and it depends on what was
 * drawn before; the centres move once a preview. It is what can be shown while the map is drawn.
 *
 * Shapes: rows and columns are numbered in the order in which people and statements came; x and y in turn.
 */
export interface Preview extends Before {
  readonly positions: Float64Array
  /** Each row's group; NONE for those who answered too little. */
  readonly labels: Uint8Array
  /** How each group answered each column: disagree, pass, agree, column by column, group by group. */
  readonly tallies: Uint32Array
}

/** What a preview is drawn from. */
export interface Live {
  readonly store: VoteStore
  readonly counts: LiveCounts
  readonly engine: Engine
  readonly leftOut: number
}

/** The preview, a step at a time. Source: ADR 0038. */
export function* previewSteps(live: Live, before: Before): Generator<PreviewStep, Preview> {
  const { store, counts } = live
  const columns = store.columnsInOrder()
  const gram = counts.gram(columns)
  yield 'counts'
  const plane = planeOfGram(gram, startOf(before.axes, columns))
  const axes = plane.axes.map((axis) => spread(axis, columns, store.columns))
  yield 'axes'
  const answered = plane.mean.reduce((sum, _, column) => sum + Number(seenOf(gram, column) > 0), 0)
  const standing = standingOf(live, { mean: spread(plane.mean, columns, store.columns), axes, answered })
  yield 'positions'
  const centres = regrouped(standing, before.centres)
  yield 'groups'
  const tallies = talliesOf(live, standing.labels, centres.length / 2)
  yield 'answers'
  return { axes, centres, positions: standing.positions, labels: standing.labels, tallies }
}

/** What has just been done. */
export type PreviewStep = 'counts' | 'axes' | 'positions' | 'groups' | 'answers'

interface Sides {
  readonly mean: Float64Array
  readonly axes: readonly Float64Array[]
  /** How many columns anybody answered. */
  readonly answered: number
}

interface Standing {
  readonly positions: Float64Array
  /** 0 for those who are placed, NONE for the others. */
  readonly labels: Uint8Array
}

function standingOf({ store, engine, leftOut }: Live, { mean, axes, answered }: Sides): Standing {
  const [base, moved] = [store.base(), store.moved()]
  const sides = { mean, loadings: interleaved(axes) }
  const positions = new Float64Array(2 * store.people)
  const labels = new Uint8Array(store.people).fill(NONE)
  const enough = Math.max(1, Math.min(ENOUGH_ANSWERS, answered))
  const scaleOf = (answers: number) => Math.sqrt((answered + leftOut) / Math.max(1, answers + leftOut))
  const ofBase = projected(engine, base, sides)
  for (let row = 0; row < base.people; row++) {
    const answers = base.rowStart[row + 1]! - base.rowStart[row]!
    const scale = scaleOf(answers)
    positions[2 * row] = scale * ofBase[2 * row]!
    positions[2 * row + 1] = scale * ofBase[2 * row + 1]!
    if (answers >= enough) labels[row] = 0
  }
  const ofMoved = projected(engine, moved.votes, sides)
  moved.rows.forEach((row, at) => {
    const answers = answersOf(moved.votes, at)
    const scale = scaleOf(answers)
    positions.set([scale * ofMoved[2 * at]!, scale * ofMoved[2 * at + 1]!], 2 * row)
    labels[row] = answers >= enough ? 0 : NONE
  })
  return { positions, labels }
}

/** Labels everybody placed with the nearest centre; returns the middles of those labelled alike. */
function regrouped({ positions, labels }: Standing, centres: Float64Array): Float64Array {
  const k = centres.length / 2
  if (k === 0) return centres
  const sums = new Float64Array(3 * k)
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] === NONE) continue
    const x = positions[2 * row]!
    const y = positions[2 * row + 1]!
    let nearest = 0
    let least = Number.POSITIVE_INFINITY
    for (let centre = 0; centre < k; centre++) {
      const dx = x - centres[2 * centre]!
      const dy = y - centres[2 * centre + 1]!
      const squared = dx * dx + dy * dy
      if (squared >= least) continue
      least = squared
      nearest = centre
    }
    labels[row] = nearest
    sums[3 * nearest]! += x
    sums[3 * nearest + 1]! += y
    sums[3 * nearest + 2]!++
  }
  return centres.map((at, i) => {
    const people = sums[3 * (i >> 1) + 2]!
    return people === 0 ? at : sums[3 * (i >> 1) + (i & 1)]! / people
  })
}

/** The old entries of moved rows are counted with those of nobody. */
function talliesOf({ store, engine }: Live, labels: Uint8Array, groups: number): Uint32Array {
  const [base, moved] = [store.base(), store.moved()]
  const parts = groups + 1
  const inPlace = labels.slice(0, base.people)
  for (const row of moved.rows) if (row < base.people) inPlace[row] = NONE
  const counts = engine.run(tally, base, { labels: inPlace, parts })
  const more = engine.run(tally, moved.votes, {
    labels: Uint8Array.from(moved.rows, (row) => labels[row]!),
    parts,
  })
  return counts.map((count, at) => count + more[at]!).subarray(0, 3 * store.columns * groups)
}

const startOf = (axes: readonly Float64Array[], columns: Uint32Array): Float64Array[] =>
  axes
    .map((axis) => Float64Array.from(columns, (column) => axis[column] ?? 0))
    .filter((axis) => axis.some((x) => x !== 0))

/** Numbers by place in the order, as numbers by column. */
function spread(values: Float64Array, columns: Uint32Array, size: number): Float64Array {
  const all = new Float64Array(size)
  columns.forEach((column, place) => {
    all[column] = values[place]!
  })
  return all
}

const interleaved = ([first, second]: readonly Float64Array[]): Float64Array =>
  Float64Array.from({ length: 2 * first!.length }, (_, at) => (at % 2 === 0 ? first : second)![at >> 1]!)

const seenOf = ({ columns, counts }: Gram, column: number): number =>
  counts[4 * (column * columns - (column * (column - 1)) / 2)]!
