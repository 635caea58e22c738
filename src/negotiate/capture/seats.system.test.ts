import { describe, expect, test } from 'vitest'
import { RULES } from '../rules/index.ts'
import { bruteForce, everyBallot } from './added.case.ts'
import { fewestOnSeats } from './seats.ts'
import { smallProfiles } from './small-profiles.case.ts'

describe('what is proven of seats, and the attacks that were found', () => {
  test.each([
    'equal-shares',
    'phragmen',
    'seq-pav',
  ] as const)('enclose brute force on 100 small profiles: %s', (name) => {
    const most = 3
    let [exact, more] = [0, 0]
    for (const small of smallProfiles(name, 100, 'abcd')) {
      const { profile, seats, statement } = small
      const { atLeast, atMost } = fewestOnSeats(profile, { rule: name, seats, statements: [statement] }).get(
        statement,
      )!
      // What a ballot has seen, and its group, mean nothing to these rules.
      const ballots = everyBallot(profile).filter(
        ({ saw, group }) => group === -1 && saw.length === profile.candidates.length,
      )
      const brute = bruteForce(RULES[name].choose, small, { ballots, most })
      expect(atLeast).toBeLessThanOrEqual(brute)
      expect(atMost).toBeGreaterThanOrEqual(Math.min(brute, most + 1))
      exact += Number(atLeast === atMost)
      more += Number(atLeast > 1)
    }
    expect(exact).toBeGreaterThan(40)
    expect(more).toBeGreaterThan(15)
  })
})
