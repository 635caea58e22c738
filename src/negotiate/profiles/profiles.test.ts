import { describe, expect, test } from 'vitest'
import { chance } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import { RULES } from '../rules/index.ts'
import { times, toldProfile } from '../told-profile.case.ts'
import { completed } from './completed.ts'
import { readingOf } from './reading.ts'
import { pooledShares } from './shares.ts'

const unknown = (profile: Profile) => new Float64Array(profile.seen.candidates.length).fill(Number.NaN)
const rowOf = ({ approvals }: Profile, person: number) => [
  ...approvals.candidates.subarray(approvals.offsets[person], approvals.offsets[person + 1]),
]

// Everybody saw b, half of them agree; forty of two hundred saw a, nine in ten of them agree.
const profile = toldProfile(
  'ab',
  [...times(36, 'a'), ...times(4, ''), ...times(100, 'b'), ...times(60, '')],
  {
    saw: [...times(40, 'ab'), ...times(160, 'b')],
    groups: { A: Array.from({ length: 200 }, (_, at) => at) },
  },
)
const shares = pooledShares(profile, unknown(profile))

describe('pooled shares', () => {
  test('are close to what was counted where many saw it', () => {
    expect(shares).toHaveLength(1)
    expect(shares[0]!.mean[0]).toBeCloseTo(0.88, 1)
    expect(shares[0]!.mean[1]).toBeCloseTo(0.5, 1)
    expect(shares[0]!.deviation[0]).toBeGreaterThan(shares[0]!.deviation[1]!)
  })

  test('keep those in no group apart', () => {
    const some = toldProfile('a', times(10, 'a'), { groups: { A: [0, 1, 2] } })
    expect(pooledShares(some, unknown(some)).map(({ group, people }) => [group, people.length])).toEqual([
      ['A', 3],
      [null, 7],
    ])
  })

  test('let those who were unlikely to be shown it stand for more', () => {
    // Sixty were sure to be shown it and agree; twenty saw it one time in ten and do not.
    const routed = toldProfile('a', [...times(60, 'a'), ...times(20, '')])
    const shown = Float64Array.from({ length: 80 }, (_, at) => (at < 60 ? 1 : 0.1))
    const [aware] = pooledShares(routed, shown)
    const [blind] = pooledShares(routed, unknown(routed))
    expect(blind!.mean[0]).toBeGreaterThan(0.7)
    expect(aware!.mean[0]).toBeLessThan(0.35)
    expect(aware!.deviation[0]).toBeGreaterThan(blind!.deviation[0]!)
  })
})

describe('a completed profile', () => {
  const whole = completed(profile, shares, chance('test'))

  test('keeps every vote, and has everybody see everything', () => {
    for (let person = 0; person < 40; person++) expect(rowOf(whole, person)).toEqual(rowOf(profile, person))
    expect(whole.seen.candidates).toHaveLength(400)
    expect(whole.supporters.offsets[2]! - whole.supporters.offsets[1]!).toBe(100)
  })

  test('lets as many of the others agree as the pooled share says', () => {
    const agree = whole.supporters.offsets[1]! / 200
    expect(Math.abs(agree - shares[0]!.mean[0]!)).toBeLessThan(0.15)
  })

  test('is another guess each time, and the same for the same seed', () => {
    expect(completed(profile, shares, chance('test'))).toEqual(whole)
    expect(completed(profile, shares, chance('other'))).not.toEqual(whole)
  })
})

test('unseen is not disapproval: what few saw and nearly all liked is seated from the pooled profile', () => {
  const seatedFrom = (name: 'seen' | 'pooled') =>
    RULES['equal-shares'].choose(readingOf(name, { profile, shares: () => shares, seed: 'test' }).profile, 1)
  expect(seatedFrom('seen')).toEqual(['b'])
  expect(seatedFrom('pooled')).toEqual(['a'])
})

test('both readings draw the same people', () => {
  const [seen, pooled] = (['seen', 'pooled'] as const).map((name) =>
    readingOf(name, { profile, shares: () => shares, seed: 'test' }).drawn(3),
  )
  expect(pooled!.weights).toEqual(seen!.weights)
  expect(pooled!.approvals.candidates.length).toBeGreaterThan(seen!.approvals.candidates.length)
})
