import { addTo, type Engine, NONE, type StandInput, sharedPositions, stand, tally } from '../engine/index.ts'
import { seenIn } from '../space/gram.ts'
import { ENOUGH_ANSWERS, interleavedAxes, planeOfGram, scaleOf } from '../space/space.ts'
import type { Votes } from '../votes/matrix.ts'
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
  const { store, counts, leftOut } = live
  const columns = store.columnsInOrder()
  const gram = counts.gram(columns)
  yield 'counts'
  const plane = planeOfGram(gram, startOf(before.axes, columns))
  const [first, second] = plane.axes
  const axes = [spread(first, columns, store.columns), spread(second, columns, store.columns)] as const
  yield 'axes'
  const answered = plane.mean.reduce((sum, _, column) => sum + Number(seenIn(gram, column) > 0), 0)
  const rows = rowsOf(live)
  const sums = stood(live.engine, rows, {
    axes: { mean: spread(plane.mean, columns, store.columns), loadings: interleavedAxes(axes) },
    scales: scalesUpTo(store.columns, { answered, leftOut }),
    enough: Math.max(1, Math.min(ENOUGH_ANSWERS, answered)),
    centres: before.centres,
  })
  yield 'positions'
  const tallies = talliesOf(live, rows, before.centres.length / 2)
  yield 'answers'
  return { axes, centres: middles(sums, before.centres), tallies, ...together(rows, store.people) }
}

/** What has just been done. */
export type PreviewStep = 'counts' | 'axes' | 'positions' | 'answers'

/** Rows, and room for where they stand. */
interface Room extends Pick<StandInput, 'positions' | 'labels'> {
  readonly votes: Votes
}

/** All rows where they lie, and those that moved. */
interface AllRows {
  /** The label of a row that moved is NONE: its old entries are those of nobody. */
  readonly base: Room
  readonly moved: Room
  /** The number of each row that moved. */
  readonly numbers: Uint32Array
}

function rowsOf({ store }: Live): AllRows {
  const { rows: numbers, votes } = store.moved()
  const [base, moved] = [roomFor(store.base()), roomFor(votes)]
  for (const row of numbers) if (row < base.labels.length) base.labels[row] = NONE
  return { base, moved, numbers }
}

const roomFor = (votes: Votes): Room => ({
  votes,
  positions: sharedPositions(votes.people),
  labels: new Uint8Array(new SharedArrayBuffer(votes.people)),
})

/** Lets all rows stand where they do; returns how many are nearest to each centre, and the sums of their x and y. */
function stood(
  engine: Engine,
  { base, moved }: AllRows,
  how: Omit<StandInput, 'positions' | 'labels'>,
): Float64Array {
  const sumsOf = ({ votes, ...room }: Room) => engine.run(stand, votes, { ...how, ...room })
  const sums = sumsOf(base)
  addTo(sums, sumsOf(moved))
  return sums
}

/** By how much to scale the place of who answered 0, 1, 2 … statements (ADR 0015). */
const scalesUpTo = (
  columns: number,
  { answered, leftOut }: { readonly answered: number; readonly leftOut: number },
): Float64Array =>
  Float64Array.from({ length: columns + 1 }, (_, answers) => scaleOf(answers + leftOut, answered + leftOut))

/** The middle of those nearest to each centre; a centre without anybody stays. */
const middles = (sums: Float64Array, centres: Float64Array): Float64Array =>
  centres.map((at, i) => {
    const people = sums[3 * (i >> 1)]!
    return people === 0 ? at : sums[3 * (i >> 1) + 1 + (i & 1)]! / people
  })

/** How everybody answered, by label. */
function talliesOf({ store, engine }: Live, { base, moved }: AllRows, groups: number): Uint32Array {
  const tallyOf = ({ votes, labels }: Room) => engine.run(tally, votes, { labels, parts: groups + 1 })
  const counts = tallyOf(base)
  addTo(counts, tallyOf(moved))
  return counts.subarray(0, 3 * store.columns * groups)
}

/** Where everybody stands, row by row, those that moved among the others. */
function together({ base, moved, numbers }: AllRows, people: number): Pick<Room, 'positions' | 'labels'> {
  const isLonger = people > base.labels.length
  const positions = isLonger ? new Float64Array(2 * people) : base.positions
  const labels = isLonger ? new Uint8Array(people).fill(NONE) : base.labels
  if (isLonger) {
    positions.set(base.positions)
    labels.set(base.labels)
  }
  numbers.forEach((row, at) => {
    positions[2 * row] = moved.positions[2 * at]!
    positions[2 * row + 1] = moved.positions[2 * at + 1]!
    labels[row] = moved.labels[at]!
  })
  return { positions, labels }
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
