import { FOUR_GROUPS, type PlantedPopulation, type PopulationPlan, populationOf } from '../../kernel/index.ts'
import {
  adjustedRandOf,
  contingencyOf,
  type GroupingMethod,
  groupsOfVotes,
  NONE,
  USUAL,
} from '../../map/index.ts'
import type { Bench, BenchRow } from './bench.ts'
import { minorityRows } from './planted-minorities.ts'

/** How often planted groups are found, by both ways of grouping, and how often groups are found where none are. */
export const groups: Bench = {
  name: 'groups',
  measures: 'whether planted groups are found, with their members, and none where there are none',
  run: async ({ seed, full }, say) => {
    const rows: BenchRow[] = []
    for (const people of full ? [1e4, 1e5] : [1e4])
      for (const [name, opinions] of POPULATIONS) {
        const planted = populationOf(
          { ...PLAN, ...opinions, people, statements: STATEMENTS },
          `${seed}/${name}`,
        )
        for (const method of METHODS) {
          say(`${name}, ${people} people, ${method}`)
          rows.push(
            ...rowsFor(planted, { name: `${name}, ${people} × ${STATEMENTS}, ${method}`, method, seed }),
          )
        }
      }
    rows.push(...minorityRows({ seed, full }, say))
    return rows
  },
}

const STATEMENTS = 1000
const PLAN = FOUR_GROUPS
const METHODS: readonly GroupingMethod[] = ['k-means', 'latent-class']
const POPULATIONS: readonly (readonly [name: string, opinions: Partial<PopulationPlan>])[] = [
  ['four groups', {}],
  ['random voters', { opinions: { kind: 'random' }, ability: 0 }],
  ['a continuum', { opinions: { kind: 'continuum', steep: 4 } }],
]

function rowsFor(
  { votes, group, groups: truth }: PlantedPopulation,
  { name, method, seed }: { readonly name: string; readonly method: GroupingMethod; readonly seed: string },
): BenchRow[] {
  const started = performance.now()
  const { grouping, labels } = groupsOfVotes(votes, { ...USUAL, seed, groups: method })
  const seconds = (performance.now() - started) / 1000
  const k = grouping.kind === 'groups' ? grouping.groups.length : 0
  const time: BenchRow = { what: `${name}: time`, figure: seconds, unit: 's' }
  const isPlanted = truth === 4
  const found: BenchRow = { what: `${name}: groups found`, figure: k, unit: 'count' }
  if (!isPlanted) return [{ ...found, target: { atMost: 0 } }, time]
  const placed = labels.map((label) => (label === NONE ? k : label))
  const everybody = new Float64Array(labels.length).fill(1)
  const table = contingencyOf({ k: truth, labels: group }, { k: k + 1, labels: placed }, everybody)
  const agreement: BenchRow = {
    what: `${name}: adjusted Rand to the truth`,
    figure: adjustedRandOf(table),
    unit: 'none',
  }
  if (method === 'k-means') return [found, agreement, time]
  return [{ ...found, target: { atLeast: 4 } }, { ...agreement, target: { atLeast: 0.7 } }, time]
}
