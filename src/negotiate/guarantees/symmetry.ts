import { type Ballots, ballotsOf, rowAt } from '../ballots.ts'
import { drawn } from '../draw.ts'
import { type Profile, statementsAt, withBallots } from '../profile.ts'
import type { Guarantee } from './guarantee.ts'

/** Asks the rule again with the people in another order. */
export const anonymity: Guarantee = {
  name: 'anonymity',
  title: 'Every person counts the same',
  sentence: 'Who somebody is never matters: the same ballots in other hands choose the same statements.',
  source: 'May 1952, Econometrica 20(4):680-684',
  broken: (choose, profile, seats) => {
    const before = choose(profile, seats)
    const after = choose(drawn(profile, Uint32Array.from(profile.people.keys()).reverse()), seats)
    return String(before) === String(after)
      ? null
      : `with the people in reverse order, ${after} instead of ${before}`
  },
}

/**
 * Asks the rule again with the candidates in another order, on a crowd in which nobody can tie: ties do go to the
 * earlier candidate. Each person stands for a prime number of people, and of candidates with the same supporters
 * among those who are in groups, if there are groups, only the first stays.
 */
export const neutrality: Guarantee = {
  name: 'neutrality',
  title: 'Every statement counts the same',
  sentence:
    'What a statement is called or when it was said never matters, except that exact ties go to the earlier one.',
  source: 'May 1952, Econometrica 20(4):680-684',
  broken: (choose, profile, seats) => {
    const crowd = withoutTies(profile)
    const before = [...choose(crowd, seats)].sort()
    const after = [...choose(backwards(crowd), seats)].sort()
    return String(before) === String(after)
      ? null
      : `with the statements in reverse order, ${after} instead of ${before}`
  },
}

/** Asks the rule for every smaller number of seats. */
export const committeeMonotonicity: Guarantee = {
  name: 'committee-monotonicity',
  title: 'More seats take nothing away',
  sentence: 'A statement that has a seat keeps it when there are more seats.',
  source: 'Elkind, Faliszewski, Skowron & Slinko 2017, Soc. Choice Welf. 48(3):599-632',
  broken: (choose, profile, seats) => {
    for (let fewer = 1; fewer < seats; fewer++) {
      const more = new Set(choose(profile, fewer + 1))
      const lost = choose(profile, fewer).filter((statement) => !more.has(statement))
      if (lost.length > 0) return `${lost} has one of ${fewer} seats and none of ${fewer + 1}`
    }
    return null
  },
}

const PRIMES = [13, 29, 47, 61, 83, 101, 127, 149]

function withoutTies(profile: Profile): Profile {
  const few = drawn(profile, Uint32Array.from(profile.people.slice(0, PRIMES.length).keys()))
  const weights = Float64Array.from(few.people, (_, person) => PRIMES[person]!)
  const grouped = new Set(few.groups.flatMap(({ people }) => [...people]))
  const telling = [...few.people.keys()].filter((person) => few.groups.length === 0 || grouped.has(person))
  const supporters = (candidate: number) =>
    telling.filter((person) => rowAt(few.approvals, person).includes(candidate)).join()
  const different = [...few.candidates.keys()].filter(
    (candidate, at, all) => all.findIndex((other) => supporters(other) === supporters(candidate)) === at,
  )
  const everybody = weights.reduce((sum, weight) => sum + weight, 0)
  return onlyWith({ ...few, weights, everybody }, different)
}

const backwards = (profile: Profile): Profile =>
  onlyWith(profile, profile.candidates.map((_, candidate) => candidate).reverse())

/** The profile with these candidates only, in this order. */
function onlyWith(profile: Profile, kept: readonly number[]): Profile {
  const place = new Map(kept.map((candidate, at) => [candidate, at]))
  const filtered = (ballots: Ballots) =>
    ballotsOf(
      profile.people.map((_, person) =>
        [...rowAt(ballots, person)].flatMap((candidate) => place.get(candidate) ?? []),
      ),
    )
  return withBallots(profile, {
    candidates: statementsAt(profile, kept),
    approvals: filtered(profile.approvals),
    seen: filtered(profile.seen),
  })
}
