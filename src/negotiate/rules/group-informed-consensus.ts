import { agreementByGroup, highest } from '../counts.ts'
import type { Rule } from './rule.ts'

/** What every group feels alike about: one group's refusal weighs on the product. Without groups, most agreed. */
export const groupInformedConsensus: Rule = {
  name: 'group-informed-consensus',
  title: 'Agreed across groups',
  sentence:
    'The statements with which every opinion group agrees are seated; one group that refuses weighs heavily.',
  source: 'Small, Bjorkegren, Erkkilä, Shaw & Megill 2021, Polis: Scaling Deliberation, Recerca 26(2)',
  standing: 'declarable',
  guarantees: ['anonymity', 'neutrality', 'committee-monotonicity', 'monotonicity', 'clone-invariance'],
  choose: (profile, seats) => {
    const shares = agreementByGroup(profile)
    const product = (candidate: number) => shares.reduce((score, row) => score * row[candidate]!, 1)
    return highest(
      profile.candidates,
      profile.candidates.map((_, candidate) => product(candidate)),
      seats,
    )
  },
}
