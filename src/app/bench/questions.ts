import { chance } from '../../kernel/index.ts'
import {
  answered,
  type Beliefs,
  bestPair,
  expectedGain,
  information,
  unknown,
  type Worth,
} from '../../negotiate/index.ts'
import type { Bench, BenchRow } from './bench.ts'

const THINGS = 30
const ANSWERS = 240
const RUNS = { usual: 20, full: 200 } as const

const WAYS: readonly { readonly name: string; readonly worth: Worth | null }[] = [
  { name: 'by chance', worth: null },
  { name: 'what tells most (D-optimal)', worth: information },
  { name: 'what gains most (expected value of information)', worth: expectedGain },
]

/** Whether asking what is worth most beats asking by chance. */
export const questions: Bench = {
  name: 'questions',
  measures:
    'of 30 things with normal strengths and 240 answers to comparisons: what choosing the seeming best loses, in log-odds, and the share of pairs in the right order, by how the next comparison is chosen',
  run: async ({ seed, full }, say) =>
    WAYS.flatMap(({ name, worth }): BenchRow[] => {
      say(name)
      const runs = Array.from({ length: full ? RUNS.full : RUNS.usual }, (_, at) =>
        simulated(`${seed}/questions/${at}`, worth),
      )
      const mean = (of: (run: Outcome) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
      return [
        { what: `${name}: regret of the best`, figure: mean(({ regret }) => regret), unit: 'none' },
        { what: `${name}: pairs in the right order`, figure: mean(({ order }) => order), unit: 'share' },
      ]
    }),
}

interface Outcome {
  readonly regret: number
  readonly order: number
}

function simulated(seed: string, worth: Worth | null): Outcome {
  const truth = chance(`${seed}/truth`)
  const strengths = Array.from({ length: THINGS }, () => truth.normal())
  const draw = chance(`${seed}/answers`)
  let beliefs: Beliefs = unknown(THINGS)
  for (let at = 0; at < ANSWERS; at++) {
    const [first = 0, other = 1] = draw.shuffled([...strengths.keys()])
    const pair = worth === null ? ([first, other] as const) : bestPair(beliefs, worth)
    const win = draw.uniform() < 1 / (1 + Math.exp(strengths[pair[1]]! - strengths[pair[0]]!))
    beliefs = answered(beliefs, pair, win)
  }
  return { regret: regretOf(beliefs, strengths), order: orderOf(beliefs, strengths) }
}

const regretOf = ({ means }: Beliefs, strengths: readonly number[]): number =>
  Math.max(...strengths) - strengths[means.indexOf(Math.max(...means))]!

function orderOf({ means }: Beliefs, strengths: readonly number[]): number {
  let [right, pairs] = [0, 0]
  for (let a = 0; a < strengths.length; a++)
    for (let b = a + 1; b < strengths.length; b++) {
      pairs += 1
      right += Number(strengths[a]! > strengths[b]! === means[a]! > means[b]!)
    }
  return right / pairs
}
