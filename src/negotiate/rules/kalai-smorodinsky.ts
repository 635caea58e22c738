import { leximinSlate } from '../slates/leximin-slate.ts'
import { seatedBy } from '../slates/seated-by.ts'
import { inPartsOfIdeals } from '../slates/slate-bargain.ts'
import type { Rule } from './rule.ts'

/** As large a part as possible of what each group could have had. A group that wants one thing only is given more of it. */
export const kalaiSmorodinsky: Rule = {
  name: 'kalai-smorodinsky',
  title: 'Equal parts of the best (Kalai–Smorodinsky)',
  sentence:
    'Each opinion group gets as nearly as possible the same part of what it would get if it alone filled the seats, and that part is as large as it can be; nobody seated is where they start from.',
  source: 'Kalai & Smorodinsky 1975, Econometrica 43(3):513-518; lexicographic for more than two, Imai 1983',
  standing: 'declarable',
  guarantees: ['anonymity', 'neutrality'],
  choose: seatedBy((bargain) => leximinSlate(inPartsOfIdeals(bargain)).slate),
}
