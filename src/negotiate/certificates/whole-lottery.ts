import { fairMixing, pullOf } from '../lotteries/fair-mixing.ts'
import { leadsOver, maximalLottery } from '../lotteries/maximal-lottery.ts'
import { leadsOf, type Pairwise, pairwiseOf } from '../pairwise.ts'
import type { Profile } from '../profile.ts'
import { UNIT } from './unit.ts'

/** A lottery in whole numbers, and how far it could be from the best one, worked out from these very numbers. */
export interface WholeLottery {
  /** Billionths for each candidate; together they are the whole. */
  readonly units: Float64Array
  /** In millionths, rounded up. */
  readonly atMost: number
}

/** The mix behind a slate of `nash-welfare`, and the part by which a group could give its members more at most. */
export function wholeMix({ approvals, weights, candidates }: Profile): WholeLottery {
  const approvers = { approvals, weights, count: candidates.length }
  const { shares, people } = fairMixing(approvers)
  const units = wholeShares(shares)
  if (people === 0) return { units, atMost: 0 }
  const pull = pullOf(approvers, partsOf(units), people)
  return { units, atMost: roundedUp(largest(pull) - 1) }
}

/** The lottery behind a slate of `maximal-lottery`, and by how much anything leads it at most. */
export function wholeMaximal(profile: Profile): WholeLottery & { readonly pairwise: Pairwise } {
  const pairwise = pairwiseOf(profile)
  const leads = leadsOf(pairwise)
  const units = wholeShares(maximalLottery(leads, pairwise.count).shares)
  return { units, atMost: roundedUp(largest(leadsOver(leads, partsOf(units)))), pairwise }
}

/** Shares rounded down; what is left over goes to the largest. */
function wholeShares(shares: Float64Array): Float64Array {
  const units = shares.map((share) => Math.floor(share * UNIT))
  if (units.length === 0) return units
  const left = units.reduce((sum, each) => sum - each, UNIT)
  units[units.indexOf(largest(units))]! += left
  return units
}

const partsOf = (units: Float64Array): Float64Array => units.map((each) => each / UNIT)

const largest = (figures: Float64Array): number => figures.reduce((most, each) => Math.max(most, each), 0)

/** What whoever counts in billionths and rounds every summand up may find more than doubles do (ADR 0057). */
const ROOM = 0.01

const roundedUp = (part: number): number => Math.max(0, Math.ceil(part * 1e6 + ROOM))
