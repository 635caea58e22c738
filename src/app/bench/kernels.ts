import {
  columnStats,
  covarianceTimes,
  type Engine,
  inThisThread,
  type Kernels,
  kernelsFor,
  type Operation,
  pairCounts,
  project,
  sharedPositions,
  tally,
  typeScript,
  type VotesOnMap,
} from '../../map/index.ts'
import { type Bench, type BenchRow, median, slopeOf } from './bench.ts'
import { plantedVotes } from './planted-votes.ts'

/** What the inner loops cost per vote, in WebAssembly and in TypeScript. */
export const kernels: Bench = {
  name: 'kernels',
  measures:
    'nanoseconds per vote of each inner loop on one thread, copying included, a million people and 1,000 statements; the middle of three runs; targets are 1.6 times what C took; then how time grows with people',
  run: async ({ seed }, say) => {
    const votes = plantedVotes({ people: 1e6, statements: COLUMNS }, seed)
    const fewer = plantedVotes({ people: 1e5, statements: COLUMNS }, seed)
    const fastest = kernelsFor(votes)
    const perVote = [fastest, typeScript].flatMap((own) =>
      timers(votes).map(({ name, inC, time }): BenchRow => {
        const what = `${name}, ${own.name}`
        say(what)
        const target = own === fastest ? { target: { atMost: Math.round(160 * inC) / 100 } } : {}
        return { what, figure: nanoseconds(time, own, votes), unit: 'ns', ...target, parts: { C: inC } }
      }),
    )
    const few = timers(fewer)
    const slopes = timers(votes).flatMap(({ name, time }, at): BenchRow[] => {
      const what = `${name}, ${fastest.name}: slope of log time over log people, from 100,000 to 1,000,000`
      say(what)
      const figure = slopeOf([milliseconds(few[at]!.time, fastest), milliseconds(time, fastest)])
      return [
        { what, figure, unit: 'none', target: { atMost: 1.1 } },
        { what: `${what}, at least`, figure, unit: 'none', target: { atLeast: 0.9 } },
      ]
    })
    return [...perVote, ...slopes]
  },
}

interface Timer {
  readonly name: string
  /** What C took on this population, compiled with -O3 -march=native, votes in place. */
  readonly inC: number
  readonly time: (engine: Engine) => void
}

function timers(votes: VotesOnMap): Timer[] {
  const numbers = (length: number) => Float64Array.from({ length }, (_, at) => Math.sin(at + 1))
  const labels = Uint8Array.from({ length: votes.people }, (_, row) => row % 4)
  const timer = <Input, Part, Output>(
    operation: Operation<Input, Part, Output>,
    input: Input,
    inC: number,
  ): Timer => ({
    name: operation.name,
    inC,
    time: (engine) => void engine.run(operation, votes, input),
  })
  return [
    timer(columnStats, null, 0.79),
    timer(tally, { labels, parts: 5 }, 0.86),
    timer(
      project,
      {
        axes: { mean: numbers(COLUMNS), loadings: numbers(2 * COLUMNS) },
        into: sharedPositions(votes.people),
      },
      1.15,
    ),
    timer(covarianceTimes, { mean: numbers(COLUMNS), block: numbers(4 * COLUMNS) }, 1.82),
    timer(pairCounts, null, 23.8),
  ]
}

const nanoseconds = (time: Timer['time'], own: Kernels, votes: VotesOnMap): number =>
  (milliseconds(time, own) * 1e6) / votes.vote.length

function milliseconds(time: Timer['time'], own: Kernels): number {
  const engine = inThisThread(() => own)
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    time(engine)
    return performance.now() - start
  })
  return median(runs)
}

const COLUMNS = 1000
const RUNS = 3
