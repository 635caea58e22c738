import { openThreads, type Threads } from '../../io/threads/threads.ts'
import { chance, FOUR_GROUPS, populationOf } from '../../kernel/index.ts'
import { type BridgingScores, bridgingScoresOf, FROM_THE_VOTES, type Votes } from '../../map/index.ts'
import type { Bench, BenchRow } from './bench.ts'
import { descended } from './bridging-baseline.ts'
import { type Timed, timed } from './timed.ts'

/** The bridging model with its intervals, cold and after some votes changed, and against plain gradient descent. */
export const bridging: Bench = {
  name: 'bridging',
  measures: 'time of the bridging model with its intervals, on two threads, and against gradient descent',
  run: async ({ seed }, say) => {
    const threads = openThreads(2)
    try {
      return SIZES.flatMap((size) => measured(size, { seed, threads, say }))
    } finally {
      await threads.close()
    }
  },
}

interface Size {
  readonly people: number
  readonly seconds: number | null
  readonly also: 'gradient descent' | 'changes' | null
}

const STATEMENTS = 1000
const SIZES: readonly Size[] = [
  { people: 10_000, seconds: null, also: 'gradient descent' },
  { people: 100_000, seconds: 0.5, also: null },
  { people: 1_000_000, seconds: 2.5, also: 'changes' },
]

interface Setting {
  readonly seed: string
  readonly threads: Threads
  readonly say: (doing: string) => void
}

function measured({ people, seconds, also }: Size, { seed, threads, say }: Setting): BenchRow[] {
  const what = `${people} × ${STATEMENTS}`
  say(`drawing ${what}`)
  const plan = { ...FOUR_GROUPS, people, statements: STATEMENTS, memory: 'shared' } as const
  const { votes } = populationOf(plan, seed)
  say(`bridging ${what}`)
  const options = { ...FROM_THE_VOTES, engine: threads }
  const cold = timed(() => bridgingScoresOf(votes, options))
  const { passes } = cold.result
  const row: BenchRow = {
    what: `bridging ${what}, ${votes.vote.length} votes`,
    figure: cold.seconds,
    unit: 's',
    parts: {
      cpuSeconds: cold.cpuSeconds,
      passes,
      loss: cold.result.loss,
      nsPerVoteAndPass: (1e9 * cold.seconds) / passes / votes.vote.length,
    },
    ...(seconds === null ? {} : { target: { atMost: seconds } }),
  }
  switch (also) {
    case 'gradient descent':
      return [row, ...against(votes, cold, seed)]
    case 'changes':
      return [row, changed(votes, cold.result, { seed, threads, say })]
    case null:
      return [row]
  }
}

/** The same votes by gradient descent, in the same process. */
function against(votes: Votes, ours: Timed<BridgingScores>, seed: string): BenchRow[] {
  const baseline = timed(() => descended(votes, seed), 1)
  const { loss, passes } = baseline.result
  return [
    {
      what: `gradient descent takes so many times as long, ${votes.vote.length} votes`,
      figure: baseline.seconds / ours.seconds,
      unit: 'ratio',
      parts: { seconds: baseline.seconds, cpuSeconds: baseline.cpuSeconds, passes, loss },
    },
    {
      what: 'our objective less that of gradient descent',
      figure: ours.result.loss - loss,
      unit: 'none',
      target: { atMost: 0 },
    },
  ]
}

/** A fit after some votes changed, begun where the fit before them ended. */
function changed(votes: Votes, before: BridgingScores, { seed, threads, say }: Setting): BenchRow {
  say('bridging after changes')
  const random = chance(`${seed}/changes`)
  for (let change = 0; change < CHANGES; change++) {
    const at = random.below(votes.vote.length)
    votes.vote[at] = (((votes.vote[at]! + 2) % 3) - 1) as -1 | 0 | 1
  }
  const warm = timed(() =>
    bridgingScoresOf(votes, { ...FROM_THE_VOTES, engine: threads, start: before.parameters }),
  )
  return {
    what: `bridging again after ${CHANGES} changed votes, ${votes.vote.length} votes`,
    figure: warm.seconds,
    unit: 's',
    parts: { cpuSeconds: warm.cpuSeconds, passes: warm.result.passes, loss: warm.result.loss },
  }
}

const CHANGES = 10_000
