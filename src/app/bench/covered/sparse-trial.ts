import { type Chance, chance, FOUR_GROUPS, type StatementId } from '../../../kernel/index.ts'
import { ballotsOf, oneEach, type Profile, pooledShares, RULES, readingOf } from '../../../negotiate/index.ts'
import { type PlantedProfile, plantedProfile } from '../planted-profiles.ts'

/** An assembly in which everybody answers a few of many statements, and some statements are shown far more often. */
export interface SparsePlan {
  readonly people: number
  readonly statements: number
  readonly answers: { readonly fewest: number; readonly most: number }
  /** Whether groups and statements differ at all; if not, everything is agreed with half the time. */
  readonly differs: boolean
  readonly repeats: number
}

/** One such assembly: what is true of it, and what is seated from the few answers. */
export interface SparseTrial extends PlantedProfile {
  readonly shares: ReturnType<typeof pooledShares>
  /** By how they were chosen. */
  readonly slates: ReadonlyMap<SlateName, readonly StatementId[]>
  readonly seed: string
}

export type SlateName =
  | 'by lot'
  | 'equal shares, seen'
  | 'equal shares, pooled'
  | 'equal shares, had everybody seen everything'
  | 'agree rate'

export const SEATS = 8
/** The share of people in each group. */
export const SHARES = [0.5, 0.3, 0.2]

/** The assemblies of a plan, one by one. */
export function* sparseTrials(plan: SparsePlan, seed: string): Generator<SparseTrial> {
  for (let repeat = 0; repeat < plan.repeats; repeat++)
    yield trialOf(plan, `${seed}/${plan.people}/${plan.statements}/${repeat}`)
}

function trialOf(plan: SparsePlan, seed: string): SparseTrial {
  const opinions = { kind: 'groups', shares: SHARES, spread: plan.differs ? 1.2 : 0 } as const
  const level = plan.differs ? {} : { popularity: 0, ability: 0, passes: 0 }
  const routing = { skew: 1, likeMinded: 0, agreed: 0 }
  const planted = plantedProfile({ ...FOUR_GROUPS, ...level, ...plan, opinions, routing }, seed)
  const { profile } = planted
  const shares = pooledShares(profile, new Float64Array(profile.seen.candidates.length).fill(Number.NaN))
  const pooled = readingOf('pooled', { profile, shares: () => shares, seed }).profile
  const slates = new Map<SlateName, readonly StatementId[]>([
    [
      'by lot',
      chance(`${seed}/lot`)
        .shuffled([...profile.candidates])
        .slice(0, SEATS),
    ],
    ['equal shares, seen', RULES['equal-shares'].choose(profile, SEATS)],
    ['equal shares, pooled', RULES['equal-shares'].choose(pooled, SEATS)],
    [
      'equal shares, had everybody seen everything',
      RULES['equal-shares'].choose(wholeOf(planted, chance(`${seed}/whole`)), SEATS),
    ],
    ['agree rate', RULES['agree-rate'].choose(profile, SEATS)],
  ])
  return { ...planted, shares, slates, seed }
}

/** The same people, had they seen everything: what they truly would have said, not what a model guesses. */
function wholeOf({ profile, truth }: PlantedProfile, stream: Chance): Profile {
  const rows: number[][] = profile.people.map(() => [])
  profile.groups.forEach(({ people }, group) => {
    for (const person of people)
      rows[person] = [...profile.candidates.keys()].filter(
        (candidate) => stream.uniform() < truth[group]![candidate]!,
      )
  })
  return oneEach({ ...profile, approvals: ballotsOf(rows) })
}
