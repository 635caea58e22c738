import type { Bench, BenchRow } from './bench.ts'
import { type SparselySeen, sparselySeen } from './covered/profiles.ts'
import type { SparsePlan } from './covered/sparse-trial.ts'

/** Whether what is printed of slates holds where people answer a few of many statements (ADR 0009, 0046, 0060). */
export const profiles: Bench = {
  name: 'profiles',
  measures:
    'what slates chosen from few answers truly give: intervals, agreement, and calls of gains and losses',
  run: async ({ seed, full }, say) => {
    const repeats = full ? 200 : 40
    const differing = SIZES.flatMap((size) => {
      const what = `${size.people} people, ${size.statements} statements, 5 to 20 answers each`
      say(what)
      return rowsOf(what, sparselySeen({ ...size, answers: FEW, differs: true, repeats }, seed))
    })
    const even: SparsePlan = { ...SIZES[0]!, answers: FEW, differs: false, repeats }
    say('nobody gains or loses anything')
    return [
      ...differing,
      {
        what: 'everything agreed with half the time: assemblies with a gain or loss called',
        figure: sparselySeen(even, seed).anyFalse,
        unit: 'share',
        target: { atMost: 0.05 },
      },
    ]
  },
}

const FEW = { fewest: 5, most: 20 }
const SIZES = [
  { people: 600, statements: 100 },
  { people: 600, statements: 275 },
  { people: 1500, statements: 200 },
]

/** Least share of 95 % intervals that must hold the truth (ADR 0009); most of the calls that may be false (ADR 0060). */
const COVERED = { atLeast: 0.93 }
const FALSE = { atMost: 0.05 }

const rowsOf = (what: string, { held, agreement, falseCalls, recall }: SparselySeen): BenchRow[] => [
  {
    what: `what a group gets of a slate, 95 % intervals: ${what}`,
    figure: Math.min(...Object.values(held)),
    unit: 'share',
    parts: held,
    target: COVERED,
  },
  {
    what: `mean agreement with a slate of equal shares read from the pooled profile: ${what}`,
    figure: agreement['equal shares, pooled']!,
    unit: 'share',
    parts: agreement,
  },
  { what: `gains and losses called falsely: ${what}`, figure: falseCalls, unit: 'share', target: FALSE },
  { what: `differences of a place or more that are called: ${what}`, figure: recall, unit: 'share' },
]
