import { agreementOf } from '../counts.ts'
import { byKeys } from '../orders/by-keys.ts'
import { schulzeOrder } from '../orders/schulze.ts'
import { leadsOf, pairwiseOf } from '../pairwise.ts'
import { statementsAt } from '../profile.ts'
import type { Rule } from './rule.ts'

/** What wins against each other statement, one at a time; circles are cut at their weakest lead. */
export const schulze: Rule = {
  name: 'schulze',
  title: 'One against one (Schulze)',
  sentence:
    'Each statement is held against each other one, among those who saw both; the one that beats all others comes first, and where they beat one another in a circle the narrowest victory is set aside.',
  source: 'Schulze 2011, Soc. Choice Welf. 36(2):267-303',
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
    const order = schulzeOrder(leadsOf(pairwiseOf(profile)), byKeys(agreementOf(profile)))
    return statementsAt(profile, order.slice(0, seats))
  },
}
