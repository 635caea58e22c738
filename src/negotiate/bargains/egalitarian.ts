import { type Agreement, agreementOn, type Bargain, gainsOf } from './bargain.ts'
import { leximin } from './leximin.ts'

/**
 * What raises the gain of the group that gains least, then of the next, and so on. It takes the groups' scales to be
 * the same, which is a claim about people that no vote proves.
 *
 * Source: Kalai 1977, Econometrica 45(7):1623-1630, leximin after Imai 1983; ADR 0055.
 *
 * @example
 * egalitarian({ utilities: [[10, 0, 6], [0, 4, 3]], disagreement: [0, 0] }).utilities[1] // ~> 3.4286
 */
export const egalitarian = (bargain: Bargain): Agreement =>
  agreementOn(bargain, leximin({ gains: gainsOf(bargain), units: bargain.utilities.map(() => 1) }))
