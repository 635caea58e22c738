import type { Register } from '../classify/index.ts'
import { beta, type GroupId, type Interval, ignorance, type Sign, type StatementId } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { type Camp, sidesTaken, type TwoSides } from './bargains/two-sides.ts'
import { type Leaning, leaningsOf } from './leanings.ts'
import type { RulingOutcome } from './slate.ts'
import { type Stratum, strataOf, type Tally, together } from './strata.ts'
import { type Majority, majorityOf, opposite } from './strength.ts'
import { hearingOf, outsideOf, type Pair, pairsOf, type Sided, sidedOf, voicesOf } from './voices.ts'

/** A ruling is accepted when the weighted majority prefers its side with this probability (ADR 0007). */
export const ACCEPTED = 0.95

export interface RulingsRequest {
  readonly listening: Listening
  readonly map: OpinionMap
  readonly register: Register
  readonly seed: string
}

/**
 * Which of two values gives way where no acting response honours both, for every probable conflict of two.
 *
 * People compared responses, not values: who prefers the response that honours X and violates Y prefers X there. The
 * ruling holds in the cases it was decided on and says nothing beyond. Where nobody compared it is contested.
 *
 * Shapes: one ruling per probable pair, in the order of the register's conflicts.
 * Errors: none.
 * Source: DESIGN, section 2; ADR 0007.
 */
export function rulingsOf({ listening, map, register, seed }: RulingsRequest): readonly RulingOutcome[] {
  const hearing = hearingOf(listening, register.cells)
  const decided = pairsOf(register.conflicts).map((pair): Decided => {
    const sided = sidedOf(pair, hearing)
    const strata = strataOf(voicesOf(sided), map)
    const majority = majorityOf(strata, `${seed}/rulings/${pair.x}/${pair.y}`)
    const outside = outsideOf(pair, hearing)
    if (majority.probability >= 0.5) return { pair, sided, strata, majority, outside }
    const turned = sided.map((one) => ({ ...one, win: 1 - one.win }))
    return {
      pair: { x: pair.y, y: pair.x, cases: pair.cases },
      sided: turned,
      strata: strataOf(voicesOf(turned), map),
      majority: opposite(majority),
      outside,
    }
  })
  const leanings = leaningsOf(decided.map(({ strata }) => strata))
  return decided.map((one, at) => ruling(one, leanings[at]!))
}

/** What names a winner beside the weighted majority; a ruling is robust only if all of them name it (ADR 0007). */
export const DECLARED_RULES: readonly {
  readonly rule: string
  /** 1: the side. -1: the other. 0: neither. */
  readonly favours: (everybody: Tally, groups: readonly Tally[]) => Sign
}[] = [
  { rule: 'people count equally', favours: (everybody) => lead(shareOf(everybody)) },
  {
    rule: 'groups count equally',
    favours: (_, groups) => lead(groups.reduce((sum, group) => sum + shareOf(group) / groups.length, 0)),
  },
  {
    rule: 'no group is overruled',
    favours: (_, groups) => {
      const leads = groups.map((group) => lead(shareOf(group)))
      if (leads.includes(1)) return leads.includes(-1) ? 0 : 1
      return leads.includes(-1) ? -1 : 0
    },
  },
]

interface Decided {
  /** The side that leads is x. */
  readonly pair: Pair
  readonly sided: readonly Sided[]
  readonly strata: readonly Stratum[]
  readonly majority: Majority
  readonly outside: RulingOutcome['outside']
}

function ruling(
  { pair, sided, strata, majority, outside }: Decided,
  leanings: ReadonlyMap<GroupId, Leaning>,
): RulingOutcome {
  const groups = strata.filter((stratum): stratum is Stratum & { group: GroupId } => stratum.group !== null)
  const everybody = together(strata)
  const counted = groups.length === 0 ? [everybody] : groups
  const byRule = DECLARED_RULES.map(({ rule, favours }) => ({
    rule,
    prefers: sideOf(pair, favours(everybody, counted)),
  }))
  const who = (leaning: Leaning) =>
    groups.map(({ group }) => group).filter((group) => leanings.get(group) === leaning)
  const agreed = byRule.every(({ prefers }) => prefers === pair.x)
  return {
    prefer: pair.x,
    over: pair.y,
    cases: pair.cases,
    outside,
    winProbability: majority.probability,
    strength: majority.strength,
    support: shareInterval(everybody),
    groups: new Map(groups.map((stratum) => [stratum.group, shareInterval(stratum)])),
    status: majority.probability >= ACCEPTED && agreed ? 'robust' : 'contested',
    byRule,
    inContrast: sidesTaken({ camps: campsOf(groups, everybody), comparisons: comparedIn(sided) }).map(
      ({ rule, favours }) => ({ rule, prefers: sideOf(pair, favours) }),
    ),
    benefits: who('for'),
    burdens: who('against'),
    notShown: who('not-shown'),
  }
}

const sideOf = ({ x, y }: Pair, favours: Sign): StatementId | null =>
  favours === 1 ? x : favours === -1 ? y : null

/** A group of whom nobody compared leans to neither side. */
const shareOf = ({ wins, n }: Tally): number => (n === 0 ? 0.5 : wins / n)

/** Which side a share leads to; sums of thirds that make one half lead nowhere. */
const lead = (share: number): Sign => (Math.abs(share - 0.5) < 1e-9 ? 0 : share > 0.5 ? 1 : -1)

const shareInterval = ({ wins, n }: Tally): Interval => (n === 0 ? ignorance('beta') : beta(wins, n))

/** Who bargains: the groups of whom somebody compared; without groups, everybody as one. Without a ruling nobody gains. */
function campsOf(groups: readonly Stratum[], everybody: Tally): readonly Camp[] {
  const heard = groups.filter(({ n }) => n > 0)
  const all = heard.length > 0 || everybody.n === 0 ? heard : [{ ...everybody, people: everybody.n }]
  return all.map(({ wins, n, people }) => ({ share: wins / n, people, without: 0 }))
}

function comparedIn(sided: readonly Sided[]): TwoSides['comparisons'] {
  const first = sided.reduce((sum, { win }) => sum + win, 0)
  return { first, other: sided.length - first }
}
