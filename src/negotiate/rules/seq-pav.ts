import { crowdsOf } from '../counts.ts'
import { gainOf } from '../pav/score.ts'
import { type Profile, statementsAt } from '../profile.ts'
import { risingPrices } from '../rising-prices.ts'
import { type SeatCounts, seatCounts } from '../seat-counts.ts'
import type { Rule } from './rule.ts'

/** Who has a statement already has less of a say in the next: half, then a third. Small groups can still be missed. */
export const seqPav: Rule = {
  name: 'seq-pav',
  title: 'Halves and thirds in turn (sequential PAV)',
  sentence:
    'Each person counts fully until a statement they agree with is seated, then half, then a third; the statement that gathers the most is seated next.',
  source:
    'Thiele 1895, Om Flerfoldsvalg; Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences, section 2.3',
  standing: 'declarable',
  guarantees: ['anonymity', 'neutrality', 'committee-monotonicity'],
  choose: (profile, seats) => statementsAt(profile, seatInTurn(profile, seats, seatCounts(profile, seats))),
}

/** Fills the seats, and the counts of who has how many; says who was seated, in order. */
export function seatInTurn(profile: Profile, seats: number, counts: SeatCounts): number[] {
  // What a statement gathers only falls; as a price below zero it rises.
  const queue = risingPrices(
    crowdsOf(profile).map((crowd) => -crowd),
    (candidate) => -gainOf(counts.supportersWith(candidate)),
  )
  const seated: number[] = []
  while (seated.length < seats) {
    const next = queue.take()
    if (next === null) break
    counts.seat(next.candidate)
    seated.push(next.candidate)
  }
  return seated
}
