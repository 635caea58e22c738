import type { StatementId } from '../../kernel/index.ts'
import { type Supporters, supportersOf } from '../ballots.ts'
import type { Profile } from '../profile.ts'
import { type DistinctBallots, distinctBallots } from './distinct-ballots.ts'
import { MOST_PEOPLE } from './unit.ts'

/** A profile whose ballots are sorted once for all slates; `null` where there are too many to try anything on. */
export interface Electorate {
  readonly profile: Profile
  readonly ballots: DistinctBallots | null
}

/** Agreements beyond which nothing is tried (ADR 0056). */
const MOST_MARKS = 500_000

export function electorateOf(profile: Profile): Electorate {
  const isTooLarge = profile.approvals.candidates.length > MOST_MARKS || profile.everybody > MOST_PEOPLE
  return { profile, ballots: isTooLarge ? null : distinctBallots(profile) }
}

/** A slate as it stands to the ballots. */
export interface Seating {
  readonly ballots: DistinctBallots
  /** The rows of the ballots, by candidate. */
  readonly supporters: Supporters
  /** 1 for each candidate who is seated. */
  readonly seated: Uint8Array
  readonly seats: number
}

/** Errors: none; `null` where there are too many ballots. */
export function seatingOf(
  { profile, ballots }: Electorate,
  slate: readonly StatementId[],
  seats: number,
): Seating | null {
  if (ballots === null) return null
  const sits = new Set(slate)
  return {
    ballots,
    supporters: supportersOf(ballots.approvals, profile.candidates.length),
    seated: Uint8Array.from(profile.candidates, (candidate) => Number(sits.has(candidate))),
    seats,
  }
}
