import {
  FOUR_GROUPS,
  type Interval,
  id,
  type PlantedPopulation,
  type PopulationPlan,
  populationOf,
} from '../../../kernel/index.ts'
import {
  anyDiffers,
  correctedForMany,
  groupedInto,
  heldOutOf,
  pooledSharesOf,
  regroupedConsensus,
  talliesOf,
  type VoteMatrix,
} from '../../../map/index.ts'

/** Populations without groups: whatever hangs together in their answers does so by chance. */
export const NONE_PLANTED: Readonly<Record<string, Partial<PopulationPlan>>> = {
  'votes by lot': {},
  'shown what is agreed with': { routing: { skew: 1, likeMinded: 0, agreed: 1 } },
  'easy and hard statements': { popularity: 1.5 },
}

export interface GroupsPlan {
  readonly people: number
  readonly statements: number
  readonly k: number
  readonly repeats: number
}

/** How often a difference is called where none is planted. */
export interface FalseCalls {
  /** Share of the single tests at or below .05. */
  readonly naive: number
  readonly heldOut: number
  /** Share of the populations with any call after correction for many tests. */
  readonly naiveAny: number
  readonly heldOutAny: number
}

export function falseCallsIn(kind: string, plan: GroupsPlan, seed: string): FalseCalls {
  const calls = { naive: 0, heldOut: 0, naiveAny: 0, heldOutAny: 0 }
  for (let repeat = 0; repeat < plan.repeats; repeat++) {
    const own = `${seed}/${kind}/${plan.k}/${repeat}`
    const { votes } = populationOf(
      { ...FOUR_GROUPS, ...plan, opinions: { kind: 'random' }, ability: 0, ...NONE_PLANTED[kind] },
      own,
    )
    const matrix = matrixFrom(votes)
    const into = { k: plan.k, seed: own }
    const naive = talliesOf(matrix, groupedInto(matrix, into)!).map(anyDiffers)
    const heldOut = heldOutOf(matrix, into)
    calls.naive += naive.filter((p) => p <= 0.05).length / naive.length
    calls.heldOut += heldOut.filter(({ p }) => p <= 0.05).length / heldOut.length
    calls.naiveAny += Number(correctedForMany(naive).some((p) => p <= 0.05))
    calls.heldOutAny += Number(heldOut.some(({ differs }) => differs))
  }
  return {
    naive: calls.naive / plan.repeats,
    heldOut: calls.heldOut / plan.repeats,
    naiveAny: calls.naiveAny / plan.repeats,
    heldOutAny: calls.heldOutAny / plan.repeats,
  }
}

/** What is found where three groups are planted. */
export interface Found {
  /** Of the statements on which two groups are at least 30 points apart, the share on which a difference is called. */
  readonly power: number
  /** Share of consensus intervals that hold the product of the planted shares: votes alone, and with regrouping. */
  readonly votesAlone: number
  readonly regrouped: number
}

export function foundIn({ people, statements, repeats }: Omit<GroupsPlan, 'k'>, seed: string): Found {
  const found = { calls: 0, of: 0, votesAlone: 0, regrouped: 0 }
  for (let repeat = 0; repeat < repeats; repeat++) {
    const own = `${seed}/three groups/${people}/${repeat}`
    const planted = populationOf({ ...FOUR_GROUPS, opinions: THREE_GROUPS, people, statements }, own)
    const matrix = matrixFrom(planted.votes)
    const into = { k: planted.groups, seed: own }
    const products = pooledSharesOf(talliesOf(matrix, groupedInto(matrix, into)!))
    const regrouped = regroupedConsensus(matrix, into)
    heldOutOf(matrix, into).forEach(({ statement, differs }) => {
      const shares = sharesOf(planted, Number(statement))
      const product = shares.reduce((all, share) => all * share, 1)
      found.votesAlone += holds(products.get(statement)!.product.agree, product)
      found.regrouped += holds(regrouped.get(statement)!.agree, product)
      if (Math.max(...shares) - Math.min(...shares) < APART) return
      found.of++
      found.calls += Number(differs)
    })
  }
  const all = repeats * statements
  return {
    power: found.calls / found.of,
    votesAlone: found.votesAlone / all,
    regrouped: found.regrouped / all,
  }
}

const sharesOf = ({ support, groups, votes }: PlantedPopulation, statement: number): number[] =>
  Array.from({ length: groups }, (_, group) => support[group * votes.columns + statement]!)

/** Planted votes with ids. */
const matrixFrom = (votes: PlantedPopulation['votes']): VoteMatrix => ({
  ...votes,
  participants: Array.from({ length: votes.people }, (_, row) => id(`${row}`)),
  statements: Array.from({ length: votes.columns }, (_, column) => id(`${column}`)),
  leftOut: 0,
})

const holds = ({ low, high }: Interval, truth: number): number => Number(low <= truth && truth <= high)

const THREE_GROUPS = { kind: 'groups', shares: [0.5, 0.3, 0.2], spread: 1.2 } as const
const APART = 0.3
