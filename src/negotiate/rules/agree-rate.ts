import { agreementOf, highest } from '../counts.ts'
import type { Rule } from './rule.ts'

/** What most feel alike about. Majorities can take every seat. */
export const agreeRate: Rule = {
  name: 'agree-rate',
  title: 'Most agreed',
  sentence: 'The statements that the largest share of those who saw them agree with are seated.',
  source:
    'Approval voting, Brams & Fishburn 1978, Am. Polit. Sci. Rev. 72(3):831-847, on shares of those who saw a statement (Small et al. 2021, Recerca 26(2))',
  standing: 'declarable',
  guarantees: [
    'anonymity',
    'neutrality',
    'committee-monotonicity',
    'monotonicity',
    'clone-invariance',
    'pareto',
  ],
  choose: (profile, seats) => highest(profile.candidates, agreementOf(profile), seats),
}
