import { leximinSlate } from '../slates/leximin-slate.ts'
import { seatedBy } from '../slates/seated-by.ts'
import type { Rule } from './rule.ts'

/** As much as possible for the group that gets least. Small groups weigh as much as large ones. */
export const groupLeximin: Rule = {
  name: 'group-leximin',
  title: 'The least served group first',
  sentence:
    'The slate is chosen that gives the most to the opinion group that agrees with the least of it; among such slates, the most to the group that comes next, and so on.',
  source:
    'Rawls 1971, A Theory of Justice; Sen 1970, Collective Choice and Social Welfare (leximin); as in Chakraborty et al. 2024, MaxMin-RLHF, ICML',
  standing: 'declarable',
  guarantees: ['anonymity', 'neutrality'],
  choose: seatedBy((bargain) => leximinSlate(bargain).slate),
}
