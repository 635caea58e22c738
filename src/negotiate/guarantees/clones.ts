import { id } from '../../kernel/index.ts'
import { type Ballots, ballotsOf, rowAt } from '../ballots.ts'
import { type Profile, withBallots } from '../profile.ts'
import type { Guarantee } from './guarantee.ts'

/**
 * Says each statement once more, to the same people with the same answers, with one seat more where it has a seat.
 *
 * The copy comes right after what it copies, so that exact ties go as they went.
 */
export const cloneInvariance: Guarantee = {
  name: 'clone-invariance',
  title: 'Saying it twice changes nothing (clones)',
  sentence:
    'When a statement is said a second time, to the same people with the same answers, the other statements are seated as before, the copy taking a seat of its own or none.',
  source: 'Tideman 1987, Soc. Choice Welf. 4(3):185-206',
  broken: (choose, profile, seats) => {
    const before = choose(profile, seats)
    for (const [candidate, statement] of profile.candidates.entries()) {
      const more = before.includes(statement) ? seats + 1 : seats
      const copy = `${statement} again`
      const after = choose(withCopy(profile, candidate, copy), more).filter((seated) => seated !== copy)
      if (String([...after].sort()) !== String([...before].sort()))
        return `with ${statement} said twice, ${after} instead of ${before}`
    }
    return null
  },
}

function withCopy(profile: Profile, copied: number, copy: string): Profile {
  const twice = (ballots: Ballots) =>
    ballotsOf(
      profile.people.map((_, person) =>
        [...rowAt(ballots, person)].flatMap((candidate) => {
          if (candidate === copied) return [candidate, candidate + 1]
          return [candidate < copied ? candidate : candidate + 1]
        }),
      ),
    )
  return withBallots(profile, {
    candidates: profile.candidates.flatMap((statement, at) =>
      at === copied ? [statement, id<'statement'>(copy)] : [statement],
    ),
    approvals: twice(profile.approvals),
    seen: twice(profile.seen),
  })
}
