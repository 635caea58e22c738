import { chance } from '../../kernel/index.ts'
import type { Votes } from '../votes/matrix.ts'
import type { Kernels, Rows } from './kernels.ts'

/** Votes drawn by chance; some rows and columns stay empty, and some columns get much of one answer. */
export function anyVotes(people: number, columns: number, seed: string): Votes {
  const random = chance(`kernels/${seed}`)
  const liked = Array.from({ length: columns }, () => random.beta(0.4, 0.4))
  const shown = Array.from({ length: columns }, () => random.uniform() ** 2)
  const rows = Array.from({ length: people }, () => {
    const answers = random.uniform() < 0.1 ? 0 : random.uniform()
    return liked.flatMap((share, column) => {
      if (random.uniform() >= answers * shown[column]!) return []
      return [{ column, vote: random.uniform() < 0.1 ? 0 : random.uniform() < share ? 1 : -1 }]
    })
  })
  const rowStart = new Uint32Array(people + 1)
  rows.forEach((row, at) => {
    rowStart[at + 1] = rowStart[at]! + row.length
  })
  const all = rows.flat()
  return {
    people,
    columns,
    rowStart,
    statement: Uint16Array.from(all, ({ column }) => column),
    vote: Int8Array.from(all, ({ vote }) => vote),
  }
}

/** Everything that kernels make of some rows, twice: what they keep must not leak from call to call. */
export function madeBy(kernels: Kernels, rows: Rows, seed: string) {
  return [resultsOf(kernels, rows, seed), resultsOf(kernels, rows, seed)]
}

function resultsOf(kernels: Kernels, rows: Rows, seed: string) {
  const random = chance(`kernels/${seed}/numbers`)
  const { columns, people } = rows.votes
  const numbers = (length: number) => Float64Array.from({ length }, () => random.normal())
  const stats = { seen: new Uint32Array(columns).fill(3), sum: new Int32Array(columns).fill(-2) }
  kernels.columnStats(rows, stats)
  const labels = Uint8Array.from({ length: people }, () => (random.below(4) === 3 ? 255 : random.below(3)))
  const counts = new Uint32Array(4 * 3 * columns).fill(1)
  kernels.tally(rows, { labels, parts: 4 }, counts)
  const positions = new Float64Array(2 * (rows.to - rows.from))
  kernels.project(rows, { mean: numbers(columns), loadings: numbers(2 * columns) }, positions)
  const counter = kernels.pairCounter(columns)
  counter.add(rows)
  const pairs = counter.counts()
  counter.add(rows)
  const ends = [0.3, 0.3, 1].map((share) => Math.floor(share * columns))
  const matrix = kernels.squareMatrix(columns, (cells) => cells.set(numbers(columns * columns)))
  return {
    stats,
    counts,
    positions,
    block: kernels.covarianceTimes(rows, numbers(columns), numbers(4 * columns)),
    bridging: kernels.bridgingSums(rows, numbers(2 * columns), { intercept: 0.6, factor: 0.1 }),
    moves: kernels.bridgingMoves(rows, {
      items: numbers(2 * columns),
      person: { intercept: 0.6, factor: 0.1 },
      inverse: numbers(3 * columns),
    }),
    pairs,
    pairsTwice: counter.counts(),
    distances: kernels.distanceSums({
      starts: Uint32Array.of(0, ...ends),
      x: numbers(columns),
      y: numbers(columns),
      weight: numbers(columns),
      blur: numbers(columns).map((x) => x * x),
    }),
    products: [matrix.times(numbers(4 * columns)), matrix.times(numbers(4 * columns))],
  }
}
