import { crowdsOf } from '../counts.ts'
import { gainOf } from '../pav-score.ts'
import { risingPrices } from '../rising-prices.ts'
import { seatCounts } from '../seat-counts.ts'
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
  choose: (profile, seats) => {
    const counts = seatCounts(profile, seats)
    // What a statement gathers only falls; as a price below zero it rises.
    const queue = risingPrices(
      crowdsOf(profile).map((crowd) => -crowd),
      (candidate) => -gainOf(counts.supportersWith(candidate)),
    )
    const slate: number[] = []
    while (slate.length < seats) {
      const next = queue.take()
      if (next === null) break
      counts.seat(next.candidate)
      slate.push(next.candidate)
    }
    return slate.map((candidate) => profile.candidates[candidate]!)
  },
}
