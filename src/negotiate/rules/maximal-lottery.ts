import { agreementOf } from '../counts.ts'
import { firstAlike, leadsOver, maximalLottery as lotteryOf } from '../lotteries/maximal-lottery.ts'
import { byKeys } from '../orders/by-keys.ts'
import { leadsOf, pairwiseOf } from '../pairwise.ts'
import { statementsAt } from '../profile.ts'
import type { Rule } from './rule.ts'

/**
 * The lottery that no other is preferred to. Seats go by its chances, copies of a statement counting with the chance
 * that they share; then to what leads the lottery by most, or is led by least; then to the more agreed.
 */
export const maximalLottery: Rule = {
  name: 'maximal-lottery',
  title: 'The lottery nobody would swap',
  sentence:
    'Chances are given to statements so that no other statement, or other chances, would be preferred by more of those who saw both; the statements with the largest chances are seated.',
  source:
    'Fishburn 1984, Rev. Econ. Stud. 51(4):683-692; Brandl, Brandt & Seedig 2016, Econometrica 84(5):1839-1880',
  standing: 'declarable',
  guarantees: [
    'anonymity',
    'neutrality',
    'committee-monotonicity',
    'condorcet',
    'pareto',
    'clone-invariance',
  ],
  choose: (profile, seats) => {
    const { candidates } = profile
    const leads = leadsOf(pairwiseOf(profile))
    const { shares } = lotteryOf(leads, candidates.length)
    const firsts = firstAlike(leads, candidates.length)
    const shared = new Float64Array(candidates.length)
    for (const [candidate, share] of shares.entries()) shared[firsts[candidate]!]! += share
    const order = byKeys(
      Float64Array.from(firsts, (first) => shared[first]!),
      leadsOver(leads, shares),
      agreementOf(profile),
    )
    return statementsAt(profile, order.slice(0, seats))
  },
}
