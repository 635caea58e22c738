import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, type StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import { RULES } from '../rules/index.ts'
import { profiles, times, toldProfile } from '../told-profile.case.ts'
import { smallProfile } from './cohesive.ts'
import { claimAgainst, ejrPlusOf } from './ejr-plus.ts'
import type { GuaranteeName } from './guarantee.ts'
import { GUARANTEES } from './index.ts'

const keeps = (guarantee: GuaranteeName, profile: Profile, slate: readonly StatementId[], seats: number) =>
  GUARANTEES[guarantee].broken(() => slate, profile, seats) === null

/** A profile with any slate at all, good or bad. */
const slates = profiles({ people: 8, candidates: 6 }).chain((profile) =>
  fc.record({
    profile: fc.constant(profile),
    slate: fc.subarray([...profile.candidates], { minLength: 1 }),
  }),
)

describe('EJR+', () => {
  /** Where Phragmén parts from EJR: abcvoting's documentation, after Brill, Freeman, Janson & Lackner. */
  const letters = 'abcdefghijklmn' // a and b, then c1 to c12 as c to n
  const all = letters.slice(2)
  const profile = toldProfile(letters, [
    ...times(2, 'abc'),
    ...times(2, 'abd'),
    ...times(6, all),
    ...times(5, all.slice(1)),
    ...times(9, all.slice(2)),
  ])

  test('four people are owed two seats by Phragmén’s twelve', () => {
    const slate = RULES.phragmen.choose(profile, 12)
    expect([...slate].sort().join('')).toBe(all)
    expect(claimAgainst(profile, slate, 12)).toEqual({
      people: ['p0', 'p1', 'p2', 'p3'],
      claim: 'a',
      owed: 2,
    })
  })

  test.each(['equal-shares', 'seq-pav'] as const)('nobody is by %s', (rule) => {
    expect(claimAgainst(profile, RULES[rule].choose(profile, 12), 12)).toBeNull()
  })

  test('the smallest quota: two people per seat, which is the share of a seat, are enough for those four', () => {
    const { smallestQuota, tightest } = ejrPlusOf(profile, RULES.phragmen.choose(profile, 12), 12)
    expect(smallestQuota).toBe(2)
    expect(tightest).toEqual({ people: ['p0', 'p1', 'p2', 'p3'], claim: 'a', owed: 2 })
  })

  test('the claim is true: its people agree with it, are enough, and have less than they are owed', () => {
    fc.assert(
      fc.property(slates, ({ profile: any, slate }) => {
        const claim = claimAgainst(any, slate, slate.length)
        if (claim === null) return
        const { ballots, slate: seated } = smallProfile(any, slate)
        const claimants = claim.people.map((person) => ballots[any.people.indexOf(person)]!)
        const bit = 1 << any.candidates.indexOf(claim.claim)
        expect(slate).not.toContain(claim.claim)
        expect(claimants.every((ballot) => (ballot & bit) !== 0)).toBe(true)
        expect(claimants.length * slate.length).toBeGreaterThanOrEqual(claim.owed * any.people.length)
        expect(claimants.every((ballot) => bits(ballot & seated) < claim.owed)).toBe(true)
      }),
    )
  })

  test('none is missed: trying every group of people finds one exactly when counting does', () => {
    fc.assert(
      fc.property(slates, ({ profile: any, slate }) => {
        expect(claimAgainst(any, slate, slate.length) !== null).toBe(someGroupIsOwed(any, slate))
      }),
    )
  })

  test('the smallest quota is the largest group per seat it could be owed, over every group of people', () => {
    fc.assert(
      fc.property(slates, ({ profile: any, slate }) => {
        const { claim, smallestQuota, tightest } = ejrPlusOf(any, slate, slate.length)
        expect(smallestQuota).toBe(largestPerSeat(any, slate))
        expect(tightest === null).toBe(smallestQuota === 0)
        if (tightest) expect(tightest.people.length / tightest.owed).toBe(smallestQuota)
        expect(claim === null).toBe(smallestQuota < any.people.length / slate.length)
      }),
    )
  })

  test('a row counts for as many people as it stands for', () => {
    const two = toldProfile('ab', ['a', 'b'])
    const weighed = { ...two, weights: Float64Array.of(3, 1), everybody: 4 }
    expect(ejrPlusOf(weighed, [id('b')], 1)).toMatchObject({ claim: null, smallestQuota: 3 })
  })

  test('without people or seats, nobody is owed anything', () => {
    expect(claimAgainst(toldProfile('ab', []), [], 1)).toBeNull()
    expect(claimAgainst(toldProfile('ab', ['a']), [], 0)).toBeNull()
  })
})

describe('what follows from what', () => {
  const chain: readonly (readonly [GuaranteeName, GuaranteeName])[] = [
    ['ejr-plus', 'extended-justified-representation'],
    ['extended-justified-representation', 'proportional-justified-representation'],
    ['proportional-justified-representation', 'justified-representation'],
  ]

  test.each(chain)('%s implies %s', (stronger, weaker) => {
    fc.assert(
      fc.property(slates, ({ profile, slate }) => {
        fc.pre(keeps(stronger, profile, slate, slate.length))
        expect(keeps(weaker, profile, slate, slate.length)).toBe(true)
      }),
    )
  })

  test.each(chain)('%s is not the same as %s', (stronger, weaker) => {
    const parted = fc.check(
      fc.property(slates, ({ profile, slate }) => {
        const seats = slate.length
        return keeps(stronger, profile, slate, seats) === keeps(weaker, profile, slate, seats)
      }),
      { numRuns: 5000, seed: 24, endOnFailure: true },
    )
    expect(parted.failed).toBe(true)
  })
})

function someGroupIsOwed(profile: Profile, slate: readonly StatementId[]): boolean {
  const { ballots, slate: seated, candidates } = smallProfile(profile, slate)
  const unseated = candidates.map((_, at) => 1 << at).filter((bit) => !(bit & seated))
  for (let group = 1; group < 2 ** ballots.length; group++) {
    const members = ballots.filter((_, person) => group & (1 << person))
    const owed = Math.floor((members.length * slate.length) / ballots.length)
    const common = members.reduce((shared, ballot) => shared & ballot)
    if (unseated.some((bit) => common & bit) && members.every((ballot) => bits(ballot & seated) < owed))
      return true
  }
  return false
}

/** The most people per seat owed, of all groups that agree with an unseated statement. */
function largestPerSeat(profile: Profile, slate: readonly StatementId[]): number {
  const { ballots, slate: seated, candidates } = smallProfile(profile, slate)
  const unseated = candidates.map((_, at) => 1 << at).filter((bit) => !(bit & seated))
  let largest = 0
  for (let group = 1; group < 2 ** ballots.length; group++) {
    const members = ballots.filter((_, person) => group & (1 << person))
    const owed = 1 + Math.max(...members.map((ballot) => bits(ballot & seated)))
    const common = members.reduce((shared, ballot) => shared & ballot)
    if (owed <= slate.length && unseated.some((bit) => common & bit))
      largest = Math.max(largest, members.length / owed)
  }
  return largest
}

const bits = (set: number): number => set.toString(2).replaceAll('0', '').length
