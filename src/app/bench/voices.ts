import { FOUR_GROUPS, type PopulationPlan, populationOf } from '../../kernel/index.ts'
import { lookAlikesOf } from '../../map/index.ts'
import type { Bench, BenchRow } from './bench.ts'
import { timed } from './timed.ts'

/** How often look-alikes are found, how often honest people are taken for such, and how long it takes. */
export const voices: Bench = {
  name: 'voices',
  measures: 'look-alike voters: found where planted, not flagged where everybody is honest, and how fast',
  async run({ seed, full }, say) {
    const rows: BenchRow[] = []
    for (const [name, plan] of Object.entries(PLANS))
      for (const size of SIZES) {
        const what = `${name} ${size.people} × ${size.statements}`
        say(what)
        rows.push(
          ...ratesOf({ ...plan, ...size }, { what, seed, times: full ? 10 * size.times : size.times }),
        )
      }
    say('time')
    rows.push(timeOf({ ...FOUR_GROUPS, people: 100_000, statements: 1000 }, seed))
    return rows
  },
}

const SIZES = [
  { people: 300, statements: 80, times: 20 },
  { people: 1000, statements: 200, times: 12 },
  { people: 10_000, statements: 500, times: 10 },
]

const PLANS: Readonly<Record<string, Omit<PopulationPlan, 'people' | 'statements'>>> = {
  'four groups': FOUR_GROUPS,
  continuum: { ...FOUR_GROUPS, opinions: { kind: 'continuum', steep: 3 } },
  'nothing in common': { ...FOUR_GROUPS, opinions: { kind: 'random' }, ability: 0 },
}

/** Twenty accounts that repeat one ballot, each vote redrawn one time in ten. */
const BRIGADE = { size: 20, noise: 0.1 }

function ratesOf(
  plan: PopulationPlan,
  { what, seed, times }: { readonly what: string; readonly seed: string; readonly times: number },
): BenchRow[] {
  let [flagged, found, members] = [0, 0, 0]
  for (let time = 0; time < times; time++) {
    if (lookAlikesOf(populationOf(plan, `${seed}/${what}/${time}`).votes).length > 0) flagged++
    const { votes, brigade } = populationOf({ ...plan, brigades: [BRIGADE] }, `${seed}/${what}/${time}`)
    const caught = lookAlikesOf(votes).flatMap(({ rows }) => rows.filter((row) => brigade[row]! > 0))
    if (caught.length > BRIGADE.size / 2) found++
    members += caught.length / BRIGADE.size / times
  }
  return [
    {
      what: `${what}: honest assemblies with a flag`,
      figure: flagged / times,
      unit: 'share',
      target: { atMost: 0.05 },
    },
    {
      what: `${what}: brigades found`,
      figure: found / times,
      unit: 'share',
      parts: { members, assemblies: times },
      target: { atLeast: 0.95 },
    },
  ]
}

function timeOf(plan: PopulationPlan, seed: string): BenchRow {
  const { votes } = populationOf({ ...plan, brigades: [BRIGADE] }, seed)
  const { seconds, result: sets } = timed(() => lookAlikesOf(votes), 1)
  return {
    what: `look-alikes among ${votes.people} × ${votes.columns}`,
    figure: seconds,
    unit: 's',
    parts: { flagged: sets.reduce((sum, { rows }) => sum + rows.length, 0) },
    target: { atMost: 5 },
  }
}
