import type { ParticipantId, StatementId } from '../../kernel/index.ts'
import { supportersAt } from '../ballots.ts'
import { crowdsOf } from '../counts.ts'
import type { Profile } from '../profile.ts'
import { type SeatCounts, seatCounts } from '../seat-counts.ts'
import { isEnough } from './cohesive.ts'
import type { Guarantee } from './guarantee.ts'

/** People who could claim an unseated statement: all agree with it, and none has the `owed` seats they are enough for. */
export interface Claim {
  readonly people: readonly ParticipantId[]
  readonly claim: StatementId
  readonly owed: number
}

/** EJR+ of one slate, whatever number of people is thought to be enough for a seat. */
export interface EjrPlus {
  /** Whom the slate owes a place, if anybody: the claim to the most seats, ties to the earlier candidate. */
  readonly claim: Claim | null
  /** EJR+ holds whenever a seat takes more people than this; 0 where nobody agrees with anything that is not seated. */
  readonly smallestQuota: number
  /** The claim that would come first if fewer people were enough for a seat, and so sets the smallest quota. */
  readonly tightest: Claim | null
}

/**
 * Whom a slate owes a place, and by how much it does better or worse than it must.
 *
 * A group of people is enough for `l` seats when it is at least `l` of `seats` parts of everybody. If they all agree
 * with one unseated statement, some of them must agree with `l` seated ones. For one statement the largest group with
 * fewer than `l` is all its supporters with fewer than `l`, so counting is enough. Per seat owed, the largest of these
 * groups is the smallest quota: with `everybody / seats` above it, nobody is owed anything.
 *
 * Shapes: linear in the number of approvals, plus candidates × seats.
 * Units:  people per seat.
 * Errors: none; without people or seats nobody is owed anything.
 * Source: Brill & Peters 2023, EC'23, definition of EJR+ and its polynomial check, for every quota at once.
 */
export function ejrPlusOf(profile: Profile, slate: readonly StatementId[], seats: number): EjrPlus {
  const seated = new Set(slate)
  const counts = seatCounts(profile, slate.length)
  const crowds = crowdsOf(profile)
  for (const [candidate, id] of profile.candidates.entries()) if (seated.has(id)) counts.seat(candidate)
  let most: Short | null = null
  let tightest: Short | null = null
  for (const [candidate, id] of profile.candidates.entries()) {
    const crowd = crowds[candidate]!
    const isTooSmall =
      crowd * seats < profile.everybody && crowd * (tightest?.owed ?? 1) <= (tightest?.people ?? 0)
    if (isTooSmall || seated.has(id)) continue
    for (const short of shortOf(candidate, counts.supportersWith(candidate), seats)) {
      const { people, owed } = short
      const isOwed = isEnough(people, { owed, seats, everybody: profile.everybody })
      if (isOwed && owed > (most?.owed ?? 0)) most = short
      if (people * (tightest?.owed ?? 1) > (tightest?.people ?? 0) * owed) tightest = short
    }
  }
  return {
    claim: most && claimOf(most, profile, counts.has),
    smallestQuota: tightest === null ? 0 : tightest.people / tightest.owed,
    tightest: tightest && claimOf(tightest, profile, counts.has),
  }
}

/** Whom a slate owes a place, if anybody. */
export const claimAgainst = (profile: Profile, slate: readonly StatementId[], seats: number): Claim | null =>
  ejrPlusOf(profile, slate, seats).claim

export const ejrPlus: Guarantee = {
  name: 'ejr-plus',
  title: 'Strong proportionality (EJR+)',
  sentence:
    'No group that agrees on an unseated statement, and is large enough for some number of seats, is left with everybody in it below that number.',
  source: 'Brill & Peters 2023, Robust and Verifiable Proportionality Axioms for Multiwinner Voting, EC 2023',
  broken: (choose, profile, seats) => {
    const claim = claimAgainst(profile, choose(profile, seats), seats)
    return (
      claim && `${claim.people.length} people are owed ${claim.owed} seats and all agree with ${claim.claim}`
    )
  },
}

/** So many people agree with a candidate and have fewer seats than they would be owed. */
interface Short {
  readonly candidate: number
  readonly owed: number
  readonly people: number
}

/** The supporters of a candidate who have fewer than one seat, than two, and so on. */
function* shortOf(candidate: number, supportersWith: Float64Array, seats: number): Generator<Short> {
  let people = 0
  for (let owed = 1; owed <= seats; owed++) {
    people += supportersWith[owed - 1] ?? 0
    yield { candidate, owed, people }
  }
}

function claimOf({ candidate, owed }: Short, profile: Profile, has: SeatCounts['has']): Claim {
  const { candidates, people, supporters, weights } = profile
  const claimants = supportersAt(supporters, candidate).filter(
    (person) => weights[person]! > 0 && has[person]! < owed,
  )
  return { people: Array.from(claimants, (person) => people[person]!), claim: candidates[candidate]!, owed }
}
