import { describe, expect, test } from 'vitest'
import { agreeRate } from '../rules/agree-rate.ts'
import { groupInformedConsensus } from '../rules/group-informed-consensus.ts'
import { bruteForce, everyBallot } from './added.case.ts'
import { everybodysPart, fewestByRates, groupsParts } from './rates.ts'
import { smallProfiles } from './small-profiles.case.ts'

describe('the fewest added ballots that flip a seat under rules that count rates', () => {
  test.each([
    [agreeRate, everybodysPart],
    [groupInformedConsensus, groupsParts],
  ] as const)('equals brute force on 100 small profiles: $name', (rule, partsOf) => {
    const most = 2
    for (const small of smallProfiles(rule.name, 100)) {
      const { profile, seats, statement } = small
      const fewest = fewestByRates(profile, { parts: partsOf(profile), seats, statement })
      const brute = bruteForce(rule.choose, small, { ballots: everyBallot(profile), most })
      expect(fewest.atLeast).toBe(fewest.atMost)
      expect(fewest.atLeast > most ? Number.POSITIVE_INFINITY : fewest.atLeast).toBe(brute)
    }
  })
})
