import { type Ballots, ballotsOf, rowAt } from '../ballots.ts'
import { type Profile, withBallots } from '../profile.ts'
import type { Guarantee } from './guarantee.ts'

/** Lets each person who saw a seated statement without agreeing come to agree with it, one at a time. */
export const monotonicity: Guarantee = {
  name: 'monotonicity',
  title: 'More agreement takes no seat away',
  sentence:
    'A seated statement keeps its seat when somebody who saw it and did not agree comes to agree with it.',
  source:
    'Fishburn 1982, Discrete Appl. Math. 4(2):119-134; for slates, Sánchez-Fernández & Fisteus 2019, AAMAS',
  broken: (choose, profile, seats) => {
    for (const statement of choose(profile, seats)) {
      const candidate = profile.candidates.indexOf(statement)
      for (const person of profile.people.keys()) {
        if (!has(profile.seen, person, candidate) || has(profile.approvals, person, candidate)) continue
        if (!choose(agreeing(profile, person, candidate), seats).includes(statement))
          return `${statement} loses its seat when ${profile.people[person]} agrees with it too`
      }
    }
    return null
  },
}

function agreeing(profile: Profile, person: number, candidate: number): Profile {
  const rows = profile.people.map((_, row) => [
    ...rowAt(profile.approvals, row),
    ...(row === person ? [candidate] : []),
  ])
  return withBallots(profile, { approvals: ballotsOf(rows) })
}

const has = (ballots: Ballots, person: number, candidate: number): boolean =>
  rowAt(ballots, person).includes(candidate)
