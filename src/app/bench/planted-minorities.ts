import { FOUR_GROUPS, id, type PopulationPlan, populationOf } from '../../kernel/index.ts'
import { type Minority, minoritiesOf, NONE, type VotesOnMap } from '../../map/index.ts'
import type { BenchRequest, BenchRow } from './bench.ts'

/**
 * How often a planted minority of three in a hundred is found, and how often one is reported where none is planted.
 *
 * No group is said to be shown, so that nothing is left out for being one already.
 */
export function minorityRows({ seed, full }: BenchRequest, say: (doing: string) => void): BenchRow[] {
  const times = full ? 10 : 3
  return STATEMENTS.flatMap((statements) => [
    ...Object.entries(PLANTED).map(([name, shares]) => {
      const plan = { ...SIZE, statements, opinions: { kind: 'groups' as const, shares, spread: CLEARLY } }
      const what = `minority of 3 % beside ${name}, ${SIZE.people} × ${statements}`
      say(what)
      const found = tried(plan, times, `${seed}/${what}`, (minorities, truth) =>
        minorities.some(({ members }) => Math.abs(members - truth) < CLOSE * truth),
      )
      return { ...found, what: `${what}: found`, target: { atLeast: 0.9 } }
    }),
    ...Object.entries(WITHOUT).map(([name, differently]) => {
      const what = `no minority, ${name}, ${SIZE.people} × ${statements}`
      say(what)
      const reported = tried({ ...SIZE, statements, ...differently }, times, `${seed}/${what}`, hasAny)
      return { ...reported, what: `${what}: reported`, target: { atMost: 0.05 } }
    }),
  ])
}

const SIZE = { ...FOUR_GROUPS, people: 10_000 }
const STATEMENTS = [200, 1000]
/** Group effects of this spread, in log odds, make people vote clearly differently. */
const CLEARLY = 2
/** How far the number of members may be from that of those planted. */
const CLOSE = 0.35

const PLANTED: Readonly<Record<string, readonly number[]>> = {
  'one group': [0.97, 0.03],
  'two groups': [0.57, 0.4, 0.03],
  'three groups': [0.4, 0.3, 0.27, 0.03],
}

const WITHOUT: Readonly<Record<string, Partial<PopulationPlan>>> = {
  'random voters': { opinions: { kind: 'random' }, ability: 0 },
  'readiness to agree': { opinions: { kind: 'random' }, ability: 1 },
  'a continuum': { opinions: { kind: 'continuum', steep: 4 } },
  'a sharp continuum': { opinions: { kind: 'continuum', steep: 12 } },
  'a continuum, 100 to 200 answers each': {
    opinions: { kind: 'continuum', steep: 4 },
    answers: { fewest: 100, most: 200 },
  },
  'two groups': { opinions: { kind: 'groups', shares: [0.6, 0.4], spread: CLEARLY } },
  'three groups': { opinions: { kind: 'groups', shares: [0.4, 0.3, 0.3], spread: CLEARLY } },
  'four groups that are hard to tell apart': {},
  'shown what is liked': {
    opinions: { kind: 'groups', shares: [0.6, 0.4], spread: 1 },
    routing: { skew: 1, likeMinded: 1, agreed: 0 },
  },
}

const hasAny = (minorities: readonly Minority[]): boolean => minorities.length > 0

/** The share of populations drawn by a plan of which something is true. */
function tried(
  plan: PopulationPlan,
  times: number,
  seed: string,
  isTrue: (minorities: readonly Minority[], truth: number) => boolean,
): Omit<BenchRow, 'what'> {
  let often = 0
  for (let time = 0; time < times; time++) {
    const { votes, group, groups } = populationOf(plan, `${seed}/${time}`)
    const statements = Array.from({ length: votes.columns }, (_, column) => id<'statement'>(`${column}`))
    const onMap: VotesOnMap = { ...votes, statements, leftOut: 0 }
    const nobody = { groups: [], labels: new Uint8Array(votes.people).fill(NONE) }
    const truth = group.filter((one) => one === groups - 1).length
    if (isTrue(minoritiesOf(onMap, nobody, `${seed}/${time}`), truth)) often++
  }
  return { figure: often / times, unit: 'share', parts: { populations: times } }
}
