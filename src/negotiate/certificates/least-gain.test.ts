import { describe, expect, test } from 'vitest'
import type { StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import { inPartsOfIdeals, type SlateBargain, slateBargainOf, worthOf } from '../slates/slate-bargain.ts'
import { times, toldProfile } from '../told-profile.case.ts'
import { checkCertifier, recordOf } from './certificate.case.ts'
import { leastServed, smallestPart } from './least-gain.ts'
import { electorateOf } from './seating.ts'

const slatesOf = (candidates: readonly StatementId[], seats: number): StatementId[][] =>
  seats === 0
    ? [[]]
    : candidates.flatMap((first, at) =>
        slatesOf(candidates.slice(at + 1), seats - 1).map((rest) => [first, ...rest]),
      )

/** By trying every slate. */
const isBest =
  (scaled: (bargain: SlateBargain) => SlateBargain) =>
  (profile: Profile, slate: readonly StatementId[], seats: number): boolean => {
    const { utilities } = scaled(slateBargainOf(profile, seats))
    const least = (statements: readonly StatementId[]) =>
      Math.min(
        ...utilities.map((row) =>
          worthOf(
            row,
            statements.map((statement) => profile.candidates.indexOf(statement)),
          ),
        ),
      )
    return slatesOf(profile.candidates, slate.length).every((other) => least(other) <= least(slate) + 1e-9)
  }

describe.each([
  [leastServed, isBest((bargain) => bargain)],
  [smallestPart, isBest(inPartsOfIdeals)],
] as const)('$name', (certifier, holds) => {
  checkCertifier(certifier)

  test('certifies no slate than which another is better, and every other one of this size', () => {
    const record = recordOf(certifier, holds, 150)
    expect(record).toMatchObject({ falselyCertified: 0, refuted: 0 })
    expect(record.certified).toBeGreaterThan(20)
    expect(record.open).toBeGreaterThan(20)
  })
})

test('it says what the least served get, and what nobody could better', () => {
  const profile = toldProfile('abcd', [...times(6, 'ab'), ...times(3, 'bc'), ''], {
    groups: { A: [0, 1, 2, 3, 4, 5], B: [6, 7, 8] },
  })
  const [a, b] = profile.candidates
  // a, b is worth (1.75, 1) to the groups and b, c is worth (1, 1.6): four times in nine the first gives both 4/3.
  expect(leastServed.certify(electorateOf(profile), [a!, b!], 2)).toEqual({
    kind: 'certified',
    says: 'The group that gets least gets 1.00 of 2 places. No slate, and no lottery over slates, gives every group more than 1.33 of 2 places. Every slate that could give more was tried.',
  })
})
