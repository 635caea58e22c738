import { chance, type StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import { toldProfile } from '../told-profile.case.ts'

/** A profile so small that every way to add a few ballots can be tried, and one statement of it. */
export interface SmallProfile {
  readonly profile: Profile
  readonly seats: number
  readonly statement: StatementId
}

/** Seeded small profiles: two or three statements, up to eight people, none to two groups, unseen statements. */
export function smallProfiles(seed: string, count: number, letters = 'abc'): SmallProfile[] {
  return Array.from({ length: count }, (_, at) => {
    const draw = chance(`small profile/${seed}/${at}`)
    const candidates = letters.slice(0, 2 + draw.below(letters.length - 1))
    const people = 1 + draw.below(8)
    const groups = draw.below(3)
    const leaning = [...candidates].map(() => draw.uniform())
    const saw = Array.from({ length: people }, () => [...candidates].filter(() => draw.uniform() < 0.8))
    const agrees = saw.map((own) => own.filter((one) => draw.uniform() < leaning[candidates.indexOf(one)]!))
    const members = Array.from({ length: people }, () => draw.below(groups + 1))
    const profile = toldProfile(
      candidates,
      agrees.map((own) => own.join('')),
      {
        saw: saw.map((own) => own.join('')),
        groups: Object.fromEntries(
          [...'AB']
            .slice(0, groups)
            .map((name, group) => [
              name,
              members.flatMap((own, person) => (own === group + 1 ? person : [])),
            ]),
        ),
      },
    )
    const seats = 1 + draw.below(candidates.length - 1)
    return { profile, seats, statement: profile.candidates[draw.below(candidates.length)]! }
  })
}
