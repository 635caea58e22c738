import { agreementByGroup } from '../counts.ts'
import { byKeys } from '../orders/by-keys.ts'
import type { Profile } from '../profile.ts'

/** What each group gets from each candidate that is seated, and what it has while nobody is. */
export interface SlateBargain {
  /** One row per group, one entry per candidate; a slate is worth the sum of what is seated. */
  readonly utilities: readonly Float64Array[]
  /** What each group has without an agreement: nothing while nobody is seated, or what another slate would give it. */
  readonly disagreement: readonly number[]
  readonly seats: number
}

/**
 * The opinion groups as they bargain for seats: a seat is worth to a group the share of its people who agree, of those
 * who saw the statement. People in no group have no say here; without groups, everybody is one.
 *
 * Without an agreement nobody is seated, which is worth nothing to anybody.
 *
 * Source: ADR 0055.
 */
export function slateBargainOf(profile: Profile, seats: number): SlateBargain {
  const utilities = agreementByGroup(profile)
  return {
    utilities,
    disagreement: utilities.map(() => 0),
    seats: Math.min(seats, profile.candidates.length),
  }
}

/** How much more than without an agreement each group would have if it alone filled the seats. */
export const idealsOf = ({ utilities, disagreement, seats }: SlateBargain): number[] =>
  utilities.map((row, group) => worthOf(row, byKeys(row).slice(0, seats)) - disagreement[group]!)

/** What a slate is worth to who gets so much of each candidate. */
export const worthOf = (utilities: Float64Array, slate: readonly number[]): number =>
  slate.reduce((sum, candidate) => sum + utilities[candidate]!, 0)

/** The same bargain with each group's utilities counted in parts of its ideal; a group that cannot gain as it stands. */
export function inPartsOfIdeals(bargain: SlateBargain): SlateBargain {
  const units = idealsOf(bargain).map((ideal) => (ideal > 0 ? ideal : 1))
  return {
    ...bargain,
    utilities: bargain.utilities.map((row, group) => row.map((utility) => utility / units[group]!)),
    disagreement: bargain.disagreement.map((without, group) => without / units[group]!),
  }
}
