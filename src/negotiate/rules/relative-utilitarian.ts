import { byKeys } from '../orders/by-keys.ts'
import { weightedSums } from '../slates/fairest-lottery.ts'
import { seatedBy } from '../slates/seated-by.ts'
import { inPartsOfIdeals } from '../slates/slate-bargain.ts'
import type { Rule } from './rule.ts'

/** The largest sum of parts of what each group could have had; a group may get little where others get much. */
export const relativeUtilitarian: Rule = {
  name: 'relative-utilitarian',
  title: 'Sum of parts of the best (relative utilitarian)',
  sentence:
    'Each statement counts, for every opinion group, as a part of what the group would get if it alone filled the seats; the statements with the largest sums are seated.',
  source: 'Dhillon & Mertens 1999, Econometrica 67(3):471-498',
  standing: 'declarable',
  guarantees: ['anonymity', 'neutrality', 'monotonicity'],
  choose: seatedBy((bargain) => {
    const { utilities, seats } = inPartsOfIdeals(bargain)
    return byKeys(weightedSums(new Float64Array(utilities.length).fill(1), utilities)).slice(0, seats)
  }),
}
