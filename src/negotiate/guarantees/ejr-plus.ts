import type { ParticipantId, StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import type { Guarantee } from './guarantee.ts'

/** People who could claim an unseated statement: all agree with it, and none has the `owed` seats they are enough for. */
export interface Claim {
  readonly people: readonly ParticipantId[]
  readonly claim: StatementId
  readonly owed: number
}

/**
 * Whom a slate owes a place, if anybody: the claim to the most seats, ties to the earlier candidate.
 *
 * A group of people is enough for `l` seats when it is at least `l` of `seats` parts of everybody. If they all agree
 * with one unseated statement, some of them must agree with `l` seated ones. For one statement the largest group with
 * fewer than `l` is all its supporters with fewer than `l`, so counting is enough.
 *
 * Shapes: linear in the number of approvals, plus candidates × seats.
 * Errors: none; without people nobody is owed anything.
 * Source: Brill & Peters 2023, EC'23, definition of EJR+ and its polynomial check.
 */
export function claimAgainst(profile: Profile, slate: readonly StatementId[], seats: number): Claim | null {
  const { candidates, people, supporters, weights, everybody } = profile
  const seated = new Set(slate)
  const has = seatedPerPerson(profile, seated)
  const supportersAt = (candidate: number) =>
    supporters.people.subarray(supporters.offsets[candidate], supporters.offsets[candidate + 1])
  let worst = { candidate: -1, owed: 0 }
  for (let candidate = 0; candidate < candidates.length; candidate++) {
    if (seated.has(candidates[candidate]!)) continue
    const owed = mostOwed({ supporters: supportersAt(candidate), has, weights, seats, everybody })
    if (owed > worst.owed) worst = { candidate, owed }
  }
  if (worst.owed === 0) return null
  const claimants = supportersAt(worst.candidate).filter(
    (person) => weights[person]! > 0 && has[person]! < worst.owed,
  )
  return {
    people: Array.from(claimants, (person) => people[person]!),
    claim: candidates[worst.candidate]!,
    owed: worst.owed,
  }
}

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

/** How many seated statements each person agrees with. */
function seatedPerPerson({ candidates, approvals }: Profile, seated: ReadonlySet<StatementId>): Uint32Array {
  const isSeated = Uint8Array.from(candidates, (candidate) => Number(seated.has(candidate)))
  const has = new Uint32Array(approvals.offsets.length - 1)
  for (let person = 0; person < has.length; person++)
    for (let at = approvals.offsets[person]!; at < approvals.offsets[person + 1]!; at++)
      has[person]! += isSeated[approvals.candidates[at]!]!
  return has
}

interface Counting {
  readonly supporters: Uint32Array
  readonly has: Uint32Array
  readonly weights: Float64Array
  readonly seats: number
  readonly everybody: number
}

/** The most seats that some of these supporters are enough for and that each of them has fewer of. */
function mostOwed({ supporters, has, weights, seats, everybody }: Counting): number {
  const withExactly = new Float64Array(seats)
  for (const person of supporters) if (has[person]! < seats) withExactly[has[person]!]! += weights[person]!
  let most = 0
  let withFewer = 0
  for (let owed = 1; owed <= seats; owed++) {
    withFewer += withExactly[owed - 1]!
    if (withFewer > 0 && withFewer * seats >= owed * everybody) most = owed
  }
  return most
}
