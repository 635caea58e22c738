import fc from 'fast-check'
import { id } from '../kernel/index.ts'
import { ballotsOf } from './ballots.ts'
import { oneEach, type Profile } from './profile.ts'

/**
 * Small profiles for tests: `told('abc', ['ab', 'c', ''])` has candidates a, b and c and three people; the second
 * agrees with c. Everybody saw everything, and there are no groups, unless told.
 */
export function toldProfile(
  candidates: string,
  ballots: readonly string[],
  {
    saw,
    groups = {},
  }: { readonly saw?: readonly string[]; readonly groups?: Readonly<Record<string, readonly number[]>> } = {},
): Profile {
  const marks = (ballot: string) => [...ballot].map((letter) => candidates.indexOf(letter))
  return oneEach({
    candidates: [...candidates].map((letter) => id(letter)),
    people: ballots.map((_, person) => id(`p${person}`)),
    approvals: ballotsOf(ballots.map(marks)),
    seen: ballotsOf((saw ?? ballots.map(() => candidates)).map(marks)),
    groups: Object.entries(groups).map(([group, people]) => ({
      id: id(group),
      people: Uint32Array.from(people),
    })),
  })
}

/** The same ballot so many times: `times(3, 'ab')`. */
export const times = (count: number, ballot: string): string[] => new Array<string>(count).fill(ballot)

/** Profiles in which everything can happen: unseen statements, empty ballots, people in no group, no groups at all. */
export const profiles = (most: { people: number; candidates: number }): fc.Arbitrary<Profile> =>
  fc
    .record({
      candidates: fc.integer({ min: 1, max: most.candidates }),
      people: fc.integer({ min: 1, max: most.people }),
      groups: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ candidates, people, groups }) =>
      fc
        .array(
          fc.tuple(
            fc.array(fc.constantFrom('agree', 'disagree', 'unseen'), {
              minLength: candidates,
              maxLength: candidates,
            }),
            fc.nat({ max: groups }),
          ),
          { minLength: people, maxLength: people },
        )
        .map((drawn) => profileFrom(drawn, { candidates, groups })),
    )

type Drawn = readonly (readonly [answers: readonly string[], group: number])[]

function profileFrom(drawn: Drawn, { candidates, groups }: { candidates: number; groups: number }): Profile {
  const letters = 'abcdefghijklmnopqrst'.slice(0, candidates)
  const where = (answers: readonly string[], wanted: (answer: string) => boolean) =>
    [...letters].filter((_, at) => wanted(answers[at]!)).join('')
  const members = (group: number) => drawn.flatMap(([, own], person) => (own === group ? [person] : []))
  return toldProfile(
    letters,
    drawn.map(([answers]) => where(answers, (answer) => answer === 'agree')),
    {
      saw: drawn.map(([answers]) => where(answers, (answer) => answer !== 'unseen')),
      groups: Object.fromEntries([...'AB'].slice(0, groups).map((name, at) => [name, members(at + 1)])),
    },
  )
}
