import { cloneInvariance } from './clones.ts'
import { condorcet } from './condorcet.ts'
import { ejrPlus } from './ejr-plus.ts'
import type { Guarantee, GuaranteeName } from './guarantee.ts'
import {
  extendedJustifiedRepresentation,
  justifiedRepresentation,
  proportionalJustifiedRepresentation,
} from './justified-representation.ts'
import { monotonicity } from './monotonicity.ts'
import { pareto } from './pareto.ts'
import { anonymity, committeeMonotonicity, neutrality } from './symmetry.ts'

/** Every promise a rule can make, one line each. */
export const GUARANTEES: Readonly<Record<GuaranteeName, Guarantee>> = {
  anonymity,
  neutrality,
  'committee-monotonicity': committeeMonotonicity,
  monotonicity,
  'clone-invariance': cloneInvariance,
  condorcet,
  pareto,
  'justified-representation': justifiedRepresentation,
  'proportional-justified-representation': proportionalJustifiedRepresentation,
  'extended-justified-representation': extendedJustifiedRepresentation,
  'ejr-plus': ejrPlus,
}
