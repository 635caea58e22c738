import { type Chance, chance, id } from '../../../kernel/index.ts'
import { leaningsOf, type Stratum } from '../../../negotiate/index.ts'

/** A kind of assembly: what its groups prefer, and whether people answer each ruling by themselves or all alike. */
interface Kind {
  /** The shares of each group who prefer the side, ruling by ruling. */
  readonly shares: (random: Chance, plan: HarmPlan) => readonly (readonly number[])[]
  readonly answers: 'each' | 'one to all'
}

/** Assemblies of known shares, from groups that nothing burdens to groups that have nothing in common. */
export const HARMS: Readonly<Record<string, Kind>> = {
  'nobody burdened': { shares: (_, plan) => drawn(plan, () => () => NOBODY), answers: 'each' },
  'nobody burdened, one answer to all': {
    shares: (_, plan) => drawn(plan, () => () => NOBODY),
    answers: 'one to all',
  },
  'hardly different around one half': {
    shares: (random, plan) => drawn(plan, () => () => 0.5 + 0.05 * random.normal()),
    answers: 'each',
  },
  'different around .6': {
    shares: (random, plan) => drawn(plan, () => () => 0.6 + 0.1 * random.normal()),
    answers: 'each',
  },
  'one group against': {
    shares: (_, plan) => drawn(plan, () => (group) => (group === 0 ? 0.35 : 0.7)),
    answers: 'each',
  },
  'each ruling its own middle': {
    shares: (random, plan) =>
      drawn(plan, () => {
        const middle = random.beta(3, 3)
        return () => random.beta(20 * middle, 20 * (1 - middle))
      }),
    answers: 'each',
  },
  'each group its own way': {
    shares: (random, plan) => drawn(plan, () => () => random.beta(2, 2)),
    answers: 'each',
  },
}

/** As many for as against, to the last voice: whoever is called is called falsely. */
const NOBODY = 0.5

export interface HarmPlan {
  /** Voices of each group in each ruling. */
  readonly voices: number
  readonly groups: number
  readonly rulings: number
  /** Assemblies drawn. */
  readonly repeats: number
}

/** How often burdens are called, falsely and rightly. */
export interface Harm {
  /** The share of an assembly's calls that are false, on average; an assembly without calls has none. */
  readonly falseDiscoveries: number
  /** The share of all calls of all assemblies that are false. */
  readonly falseOfAll: number
  /** The share of burdened groups that are called; null where nobody is burdened. */
  readonly recall: number | null
  readonly calls: number
}

/** Draws assemblies of one kind, calls burdens in each, and counts the calls that are false. */
export function harmIn(kind: string, plan: HarmPlan, seed: string): Harm {
  const sum = { perAssembly: 0, isFalse: 0, called: 0, burdened: 0 }
  for (let repeat = 0; repeat < plan.repeats; repeat++) {
    const random = chance(`${seed}/${kind}/${plan.voices}/${repeat}`)
    const { shares: drawShares, answers } = HARMS[kind]!
    const truth = drawShares(random, plan)
    const leanings = leaningsOf((answers === 'each' ? heard : alike)(truth, plan, random))
    const called = truth.flatMap((shares, ruling) =>
      shares.filter((_, group) => leanings[ruling]!.get(GROUP(group)) === 'against'),
    )
    const isFalse = called.filter((share) => share >= 0.5).length
    sum.perAssembly += called.length === 0 ? 0 : isFalse / called.length
    sum.isFalse += isFalse
    sum.called += called.length
    sum.burdened += truth.flat().filter((share) => share < 0.5).length
  }
  return {
    falseDiscoveries: sum.perAssembly / plan.repeats,
    falseOfAll: sum.called === 0 ? 0 : sum.isFalse / sum.called,
    recall: sum.burdened === 0 ? null : (sum.called - sum.isFalse) / sum.burdened,
    calls: sum.called,
  }
}

type Hear = (truth: readonly (readonly number[])[], plan: HarmPlan, random: Chance) => Stratum[][]

/** Everybody answers each ruling by themselves. */
const heard: Hear = (truth, { voices }, random) =>
  truth.map((shares) => shares.map((share, group) => stratumOf(group, opinionsOf(voices, random), share)))

/** Everybody has one opinion that answers all rulings: what is false by chance is false everywhere. */
const alike: Hear = (truth, { groups, voices }, random) => {
  const opinions = some(groups, () => opinionsOf(voices, random))
  return truth.map((shares) => shares.map((share, group) => stratumOf(group, opinions[group]!, share)))
}

const opinionsOf = (voices: number, random: Chance): number[] => some(voices, () => random.uniform())

const stratumOf = (group: number, opinions: readonly number[], share: number): Stratum => ({
  group: GROUP(group),
  people: opinions.length,
  wins: opinions.filter((opinion) => opinion < share).length,
  n: opinions.length,
})

const drawn = ({ rulings, groups }: HarmPlan, ruling: () => (group: number) => number): number[][] =>
  some(rulings, () => some(groups, ruling()))

const some = <T>(count: number, draw: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => draw(at))
const GROUP = (group: number) => id<'group'>(`${group}`)
