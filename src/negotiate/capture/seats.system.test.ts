import { describe, expect, test } from 'vitest'
import { RULES } from '../rules/index.ts'
import { toldProfile } from '../told-profile.case.ts'
import { bruteForce, everyBallot } from './added.case.ts'
import { everyWayOn } from './every-way.ts'
import { fewestOnSeats } from './seats.ts'
import { smallProfiles } from './small-profiles.case.ts'

describe('the fewest added ballots that flip a seat under rules that seat one after the other', () => {
  test.each([
    'equal-shares',
    'phragmen',
    'seq-pav',
  ] as const)('equal brute force on 200 small profiles, and never contradict it where it stops: %s', (name) => {
    let [found, beyond] = [0, 0]
    for (const small of smallProfiles(name, 200, 'abcd')) {
      const { profile, seats, statement } = small
      // Five ballots on two statements, four on three, three on four: some hundreds of ways.
      const most = 7 - profile.candidates.length
      const { atLeast, atMost } = fewestOnSeats(profile, { rule: name, seats, statements: [statement] }).get(
        statement,
      )!
      // What a ballot has seen, and its group, mean nothing to these rules.
      const ballots = everyBallot(profile).filter(
        ({ saw, group }) => group === -1 && saw.length === profile.candidates.length,
      )
      const brute = bruteForce(RULES[name].choose, small, { ballots, most })
      if (brute <= most) {
        expect([atLeast, atMost]).toEqual([brute, brute])
        found++
      } else {
        expect(atLeast).toBeGreaterThan(most)
        expect(atMost).toBeGreaterThanOrEqual(atLeast)
        beyond++
      }
    }
    expect(found).toBeGreaterThan(150)
    expect(beyond).toBeGreaterThan(5)
  })

  test('stay bounds, at once, where there are too many ways', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV'
    const everyWay = everyWayOn(toldProfile(letters, [letters, 'ab', 'c']), {
      rule: RULES.phragmen,
      seats: 2,
      isIdle: () => false,
    })
    expect(everyWay(1)).toBeNull()
    const few = everyWayOn(toldProfile('abc', ['ab', 'c']), {
      rule: RULES.phragmen,
      seats: 1,
      isIdle: () => false,
    })
    expect([6, 7].map((ballots) => few(ballots) === null)).toEqual([false, true])
  })
})
