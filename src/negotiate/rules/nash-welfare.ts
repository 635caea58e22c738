import { agreementOf } from '../counts.ts'
import { fairMixing } from '../lotteries/fair-mixing.ts'
import { byKeys } from '../orders/by-keys.ts'
import { statementsAt } from '../profile.ts'
import type { Rule } from './rule.ts'

/** Everybody's part of the whole goes to what they agree with. Seats go by the parts, then to what would add most. */
export const nashWelfare: Rule = {
  name: 'nash-welfare',
  title: 'Fair mix (Nash)',
  sentence:
    'The whole is divided between statements so that the product of what people get, each the sum of the parts they agree with, is as large as it can be; the statements with the largest parts are seated.',
  source:
    'Nash 1950, Econometrica 18(2):155-162; Bogomolnaia, Moulin & Stong 2005, J. Econ. Theory 122(2):165-184 (maximal Nash product)',
  standing: 'declarable',
  guarantees: ['anonymity', 'neutrality', 'committee-monotonicity'],
  choose: (profile, seats) => {
    const { approvals, weights, candidates } = profile
    const { shares, pull } = fairMixing({ approvals, weights, count: candidates.length })
    return statementsAt(profile, byKeys(shares, pull, agreementOf(profile)).slice(0, seats))
  },
}
