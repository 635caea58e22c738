import { agreeRate } from './agree-rate.ts'
import { borda } from './borda.ts'
import { bradleyTerry } from './bradley-terry.ts'
import { bridging } from './bridging.ts'
import { equalShares } from './equal-shares.ts'
import { groupInformedConsensus } from './group-informed-consensus.ts'
import { groupLeximin } from './group-leximin.ts'
import { kalaiSmorodinsky } from './kalai-smorodinsky.ts'
import { maximalLottery } from './maximal-lottery.ts'
import { nashWelfare } from './nash-welfare.ts'
import { pavLocalSearch } from './pav-local-search.ts'
import { phragmen } from './phragmen.ts'
import { relativeUtilitarian } from './relative-utilitarian.ts'
import type { Rule } from './rule.ts'
import { schulze } from './schulze.ts'
import { seqPav } from './seq-pav.ts'

/** Every rule, one line each. */
export const RULES = {
  'equal-shares': equalShares,
  phragmen: phragmen,
  'seq-pav': seqPav,
  'pav-local-search': pavLocalSearch,
  'group-informed-consensus': groupInformedConsensus,
  bridging,
  'agree-rate': agreeRate,
  'nash-welfare': nashWelfare,
  'group-leximin': groupLeximin,
  'kalai-smorodinsky': kalaiSmorodinsky,
  'relative-utilitarian': relativeUtilitarian,
  schulze,
  'maximal-lottery': maximalLottery,
  borda,
  'bradley-terry': bradleyTerry,
} as const satisfies Readonly<Record<string, Rule>>

export type RuleName = keyof typeof RULES
