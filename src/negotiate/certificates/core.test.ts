import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { times, toldProfile } from '../told-profile.case.ts'
import { checkCertifier, recordOf } from './certificate.case.ts'
import { isInCore } from './core.case.ts'
import { core, coreOf } from './core.ts'
import { electorateOf, seatingOf } from './seating.ts'
import { wholePayments } from './whole-payments.ts'

const slateOf = (letters: string) => [...letters].map((letter) => id<'statement'>(letter))

describe('the core', () => {
  checkCertifier(core)

  test('is never certified falsely, nor refuted, on 1,600 random committees', () => {
    expect(recordOf(core, isInCore, 1600)).toEqual({
      certified: 1424,
      refuted: 119,
      open: 57,
      falselyCertified: 0,
      falselyRefuted: 0,
    })
  })

  test('is left by people who are enough for one place and have none', () => {
    const profile = toldProfile('abc', [...times(6, 'ab'), ...times(3, 'c')])
    const found = core.certify(electorateOf(profile), slateOf('ab'), 3)
    expect(found).toMatchObject({
      kind: 'refuted',
      witness: { people: ['p6', 'p7', 'p8'], claims: ['c'], owed: 1 },
    })
  })

  test('is left by people who have a place and are enough for two', () => {
    const profile = toldProfile('abcdef', [...times(4, 'abc'), ...times(2, 'def')])
    const found = core.certify(electorateOf(profile), slateOf('ade'), 3)
    expect(found).toMatchObject({
      kind: 'refuted',
      witness: { people: ['p0', 'p1', 'p2', 'p3'], claims: ['a', 'b'], owed: 2 },
    })
    expect(core.certify(electorateOf(profile), slateOf('abd'), 3)).toMatchObject({ kind: 'certified' })
  })

  test('is certified by payments in billionths, none of them to statements that are not seated', () => {
    const profile = toldProfile('abc', [...times(2, 'ab'), ...times(2, 'c'), ''])
    const electorate = electorateOf(profile)
    expect(electorate.ballots).toMatchObject({ weights: Float64Array.of(1, 2, 2), everybody: 5 })
    const found = coreOf(electorate, slateOf('ac'), 2)
    expect(found).toEqual({ kind: 'certified', units: Float64Array.of(500_000_000, 0, 500_000_000) })
  })

  test('is not tried where there are more ballots than can be counted exactly', () => {
    const crowd = { ...toldProfile('ab', ['a', 'b']), everybody: 10_000_000 }
    expect(core.certify(electorateOf(crowd), slateOf('ab'), 2)).toMatchObject({
      kind: 'not-certified',
      because: 'too-large',
    })
  })
})

describe('payments in whole units', () => {
  const profile = toldProfile('ab', [...times(2, 'a'), 'b'])
  const seating = seatingOf(electorateOf(profile), slateOf('a'), 2)!
  const collected = new Float64Array(2)

  test('are rounded down', () => {
    const paid = Float64Array.of(1 / 3, 0)
    expect(wholePayments(seating, { paid, collected })).toEqual(Float64Array.of(333_333_333, 0))
  })

  test('are refused where somebody pays more than they keep', () => {
    const paid = Float64Array.of(0.500000001, 0)
    expect(wholePayments(seating, { paid, collected })).toBeNull()
  })

  test('are refused where as much as a seat stands behind somebody who has none', () => {
    const three = seatingOf(electorateOf(profile), slateOf('a'), 3)!
    expect(wholePayments(three, { paid: Float64Array.of(0.5, 0), collected })).toBeNull()
  })
})
