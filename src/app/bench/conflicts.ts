import { type Register, registerOf, transversals } from '../../classify/index.ts'
import { id } from '../../kernel/index.ts'
import { type Listening, type ListeningRecord, listeningOf } from '../../listen/index.ts'
import { mapOf } from '../../map/index.ts'
import type { Bench, BenchRow } from './bench.ts'
import { naiveConflicts } from './naive-conflicts.ts'
import { plantedCases, toldCases, type Violations, valueNamed } from './planted-cases.ts'
import { timed } from './timed.ts'

const SIZE = { values: 1000, cases: 20_000, responses: 6 } as const

/** The whole register is timed on fewer cases, unless asked for all: three judges on each cell are a million records. */
const JUDGED = { usual: 2000, full: 20_000 } as const

/** How fast conflicts are found in cases, and a register of standings is made of what judges say. */
export const conflicts: Bench = {
  name: 'conflicts',
  measures:
    'seconds to find every smallest conflict of 20,000 cases, 1,000 values and six responses that each violate one to six of the eight to twelve values that bear on the case; a plain way to find them on the same cases; then the whole register from what three judges say',
  run: async ({ seed, full }, say) => {
    const violations = plantedCases(SIZE, seed)
    say('smallest conflicts')
    const engine = timed(() => violations.reduce((sum, one) => sum + transversals(one).length, 0))
    say('the same, a plain way')
    const naive = timed(() => violations.reduce((sum, one) => sum + naiveConflicts(one), 0), 1)
    if (naive.result !== engine.result)
      throw new Error(`${engine.result} conflicts were found, and ${naive.result} a plain way`)
    const judged = full ? JUDGED.full : JUDGED.usual
    say('the register')
    const told = listeningFrom(violations.slice(0, judged), seed)
    const register = timed(() => registerFrom(told), 1)
    const what = `${SIZE.values} values × ${SIZE.cases} cases × ${SIZE.responses} responses`
    const rows: readonly BenchRow[] = [
      {
        what: `smallest conflicts, ${what}`,
        figure: engine.seconds,
        unit: 's',
        parts: { conflicts: engine.result },
        target: { atMost: 1 },
      },
      { what: 'the same, a plain way', figure: naive.seconds, unit: 's' },
      {
        what: 'a plain way takes as many times as long',
        figure: naive.seconds / engine.seconds,
        unit: 'ratio',
        target: { atLeast: 1 },
      },
      {
        what: `register, ${judged} cases, three judges`,
        figure: register.seconds,
        unit: 's',
        parts: { judgements: told.judgements.length, conflicts: register.result.conflicts.length },
      },
    ]
    return rows
  },
}

function listeningFrom(violations: Violations, seed: string): Listening {
  const { cases, judgements } = toldCases(violations, 3, seed)
  return listeningOf([
    {
      type: 'assembly',
      id: id('planted-cases'),
      question: 'What collides?',
      description: '',
      source: 'generated',
      synthetic: true,
    },
    ...Array.from(
      { length: SIZE.values },
      (_, value): ListeningRecord => ({
        type: 'statement',
        id: valueNamed(value),
        text: `Value ${value}.`,
        language: 'en',
        author: null,
        origin: 'seed',
        subject: 'value',
        moderation: 'shown',
        written: null,
      }),
    ),
    ...cases.map((one): ListeningRecord => ({ type: 'case', ...one })),
    ...judgements.map((one): ListeningRecord => ({ type: 'judgement', ...one })),
  ])
}

const registerFrom = (listening: Listening): Register =>
  registerOf(listening, mapOf(listening, { seed: 'none', reruns: 0, groups: 'k-means', k: null }))
