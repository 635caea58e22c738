import { describe, expect, test } from 'vitest'
import { id, type StatementId } from '../../kernel/index.ts'
import { isEnough, size, smallProfile } from '../guarantees/cohesive.ts'
import type { Profile } from '../profile.ts'
import { times, toldProfile } from '../told-profile.case.ts'
import { checkCertifier, recordOf } from './certificate.case.ts'
import { ejrPlus } from './ejr-plus.ts'
import { electorateOf } from './seating.ts'

/** By the definition, on whole ballots. */
function holds(profile: Profile, slate: readonly StatementId[], seats: number): boolean {
  const { ballots, slate: seated, candidates } = smallProfile(profile, slate)
  return candidates.every((_, candidate) => {
    const claim = 1 << candidate
    if (seated & claim) return true
    return Array.from({ length: seats }, (_, below) => below + 1).every((owed) => {
      const people = ballots.filter((ballot) => ballot & claim && size(ballot & seated) < owed).length
      return !isEnough(people, { owed, seats, everybody: ballots.length })
    })
  })
}

describe('EJR+', () => {
  checkCertifier(ejrPlus)

  test('is always decided, and as its definition decides, on 400 random committees', () => {
    expect(recordOf(ejrPlus, holds, 400)).toMatchObject({ open: 0, falselyCertified: 0, falselyRefuted: 0 })
  })

  test('says with how few people for a place it would still hold', () => {
    const profile = toldProfile('abc', [...times(5, 'a'), ...times(3, 'b'), ...times(2, 'c')])
    const slate = [id<'statement'>('a'), id<'statement'>('b')]
    expect(ejrPlus.certify(electorateOf(profile), slate, 2)).toMatchObject({
      kind: 'certified',
      says: expect.stringMatching(
        /5 people are enough for a place; it would hold with any number above 2\.$/,
      ),
    })
    expect(ejrPlus.certify(electorateOf(profile), slate, 5)).toMatchObject({
      kind: 'refuted',
      witness: { people: ['p8', 'p9'], claims: ['c'], owed: 1 },
    })
  })
})
