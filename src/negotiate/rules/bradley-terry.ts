import { agreementOf } from '../counts.ts'
import { byKeys } from '../orders/by-keys.ts'
import { winStrengths } from '../orders/win-strengths.ts'
import { pairwiseOf } from '../pairwise.ts'
import { statementsAt } from '../profile.ts'
import type { Rule } from './rule.ts'

/** One strength per statement for everybody together: what plain training would do, shown only to compare with. */
export const bradleyTerry: Rule = {
  name: 'bradley-terry',
  title: 'What plain training would do (Bradley–Terry)',
  sentence:
    'Every statement gets one strength, the same for everybody, that fits best who agreed with it and not with another; so is a reward model trained that knows of no groups and takes disagreement for noise.',
  source:
    'Bradley & Terry 1952, Biometrika 39(3/4):324-345, as in Christiano et al. 2017, Deep Reinforcement Learning from Human Preferences, NIPS 30',
  standing: 'contrast',
  guarantees: ['anonymity', 'neutrality', 'committee-monotonicity'],
  choose: (profile, seats) =>
    statementsAt(profile, byKeys(winStrengths(pairwiseOf(profile)), agreementOf(profile)).slice(0, seats)),
}
