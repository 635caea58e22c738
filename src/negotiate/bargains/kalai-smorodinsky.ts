import { type Agreement, agreementOn, type Bargain, gainsOf } from './bargain.ts'
import { idealsOf } from './ideals.ts'
import { leximin } from './leximin.ts'

/**
 * What gives every group the same part, as large as can be, of the most it could gain; and more where that takes from
 * nobody. A group that cannot gain at all is held at what it has.
 *
 * Scales do not matter, but what a group could gain at best does: whoever wants one thing only is given more of it.
 *
 * Source: Kalai & Smorodinsky 1975, Econometrica 43(3):513-518; lexicographic for more than two, Imai 1983; ADR 0055.
 *
 * @example
 * kalaiSmorodinsky({ utilities: [[10, 0, 6], [0, 4, 3]], disagreement: [0, 0] }).utilities[1] // ~> 2.6087
 */
export function kalaiSmorodinsky(bargain: Bargain): Agreement {
  const gains = gainsOf(bargain)
  const units = idealsOf(gains).map((ideal) => (ideal > 0 ? ideal : 1))
  return agreementOn(bargain, leximin({ gains, units }))
}
