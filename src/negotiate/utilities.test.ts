import { describe, expect, test } from 'vitest'
import { beta, id, type StatementId } from '../kernel/index.ts'
import { groupDraws } from './group-draws.ts'
import type { Profile } from './profile.ts'
import { pooledShares } from './profiles/shares.ts'
import { times, toldProfile } from './told-profile.case.ts'
import { groupUtilities } from './utilities.ts'

const slate = (letters: string): StatementId[] => [...letters].map((letter) => id(letter))
const utility = (profile: Profile, seats: string) =>
  groupUtilities({
    profile,
    shares: pooledShares(profile, new Float64Array(profile.seen.candidates.length).fill(Number.NaN)),
    draws: groupDraws(profile, 'test'),
    slates: [slate(seats)],
  })[0]![0]!.approved
const all = (count: number) => ({ groups: { A: Array.from({ length: count }, (_, person) => person) } })

describe('what a group gets from a slate', () => {
  test('one statement that everybody saw: Jeffreys’ interval', () => {
    const profile = toldProfile('a', [...times(30, 'a'), ...times(10, '')], all(40))
    const exact = beta(30, 40)
    const drawn = utility(profile, 'a')
    expect(drawn.estimate).toBeCloseTo(exact.estimate, 9)
    expect(drawn.low).toBeCloseTo(exact.low, 1)
    expect(drawn.high).toBeCloseTo(exact.high, 1)
    expect(drawn).toMatchObject({ n: 40, method: 'bootstrap' })
  })

  test('people who agree with all of it together spread it more than people who share it out', () => {
    const together = toldProfile('ab', [...times(20, 'ab'), ...times(20, '')], all(40))
    const shared = toldProfile('ab', [...times(20, 'a'), ...times(20, 'b')], all(40))
    const width = (profile: Profile) => utility(profile, 'ab').high - utility(profile, 'ab').low
    expect(utility(together, 'ab').estimate).toBeCloseTo(utility(shared, 'ab').estimate, 9)
    expect(width(together)).toBeGreaterThan(4 * width(shared))
  })

  test('unseen is unknown, not disapproved', () => {
    const ballots = times(20, 'a')
    const seenByHalf = toldProfile('a', [...ballots, ...times(20, '')], {
      saw: [...ballots, ...times(20, '')],
      ...all(40),
    })
    expect(utility(seenByHalf, 'a').estimate).toBeCloseTo(20.5 / 21, 9)
    expect(utility(seenByHalf, 'a').n).toBe(20)
  })

  test('a statement that nobody of the group saw could be anything', () => {
    const unseen = utility(toldProfile('a', times(40, ''), { saw: times(40, ''), ...all(40) }), 'a')
    expect(unseen).toMatchObject({ estimate: 0.5, n: 0 })
    expect(unseen.low).toBeLessThan(0.01)
    expect(unseen.high).toBeGreaterThan(0.99)
  })

  test('three people who agree are not certain', () => {
    expect(utility(toldProfile('a', times(3, 'a'), all(3)), 'a').low).toBeLessThan(0.75)
  })

  test('what looks best of much that few saw is partly lucky: the interval reaches down to what pooling says', () => {
    // Ten statements of which half is agreed with, and one that all of its eight viewers like.
    const rows = Array.from({ length: 40 }, (_, person) => (person % 2 === 0 ? 'abcdefghij' : ''))
    const ballots = rows.map((row, person) => (person < 8 ? `${row}k` : row))
    const saw = rows.map((_, person) => (person < 8 ? 'abcdefghijk' : 'abcdefghij'))
    const lucky = utility(toldProfile('abcdefghijk', ballots, { saw, ...all(40) }), 'k')
    const alone = beta(8, 8)
    expect(lucky.estimate).toBeCloseTo(alone.estimate, 9)
    expect(lucky.low).toBeLessThan(alone.low - 0.03)
    expect(lucky.high).toBeCloseTo(alone.high, 1)
  })
})
