import { agreementOf } from '../counts.ts'
import { bordaScores } from '../orders/borda.ts'
import { byKeys } from '../orders/by-keys.ts'
import { pairwiseOf } from '../pairwise.ts'
import { statementsAt } from '../profile.ts'
import type { Rule } from './rule.ts'

/** How often a statement is preferred; what one number per statement comes to, and shown only to compare with. */
export const borda: Rule = {
  name: 'borda',
  title: 'Points (Borda)',
  sentence:
    'A statement scores by how often people who saw two of them agree with it and not with the other; a strong minority can be outscored by a lukewarm crowd, and copies add to the score.',
  source: 'Borda 1781, Mémoire sur les élections au scrutin, Histoire de l’Académie Royale des Sciences',
  standing: 'contrast',
  guarantees: ['anonymity', 'neutrality', 'committee-monotonicity'],
  choose: (profile, seats) =>
    statementsAt(profile, byKeys(bordaScores(pairwiseOf(profile)), agreementOf(profile)).slice(0, seats)),
}
