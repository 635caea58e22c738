import { bestSwap } from '../pav/best-swap.ts'
import { statementsAt } from '../profile.ts'
import { seatCounts } from '../seat-counts.ts'
import type { Rule } from './rule.ts'
import { seatInTurn } from './seq-pav.ts'

/** Sequential PAV, mended until no exchange of two statements helps. That is enough to leave no group short. */
export const pavLocalSearch: Rule = {
  name: 'pav-local-search',
  title: 'Halves and thirds, mended by exchanges (PAV local search)',
  sentence:
    'Starts from halves and thirds in turn, and exchanges a seated statement for another as long as that raises the sum over all people, in which their first seated statement counts one, their second half, their third a third.',
  source:
    'Aziz, Elkind, Huang, Lackner, Sánchez-Fernández & Skowron 2018, On the Complexity of Extended and Proportional Justified Representation, AAAI 2018; EJR+ by Brill & Peters 2023; ADR 0052',
  standing: 'declarable',
  guarantees: [
    'anonymity',
    'neutrality',
    'justified-representation',
    'proportional-justified-representation',
    'extended-justified-representation',
    'ejr-plus',
  ],
  choose: (profile, seats) => {
    const counts = seatCounts(profile, seats)
    const seated = seatInTurn(profile, seats, counts)
    for (;;) {
      const swap = bestSwap(profile, seated, counts)
      if (swap === null) return statementsAt(profile, seated)
      counts.unseat(seated[swap.place]!)
      counts.seat(swap.candidate)
      seated[swap.place] = swap.candidate
    }
  },
}
