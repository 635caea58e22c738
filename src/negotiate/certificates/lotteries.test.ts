import { describe, expect, test } from 'vitest'
import { RULES } from '../rules/index.ts'
import { times, toldProfile } from '../told-profile.case.ts'
import { checkCertifier } from './certificate.case.ts'
import { exploitability } from './exploitability.ts'
import { CERTIFIERS } from './index.ts'
import { nashGap } from './nash-gap.ts'
import { electorateOf } from './seating.ts'

describe.each([exploitability, nashGap])('$name', (certifier) => {
  checkCertifier(certifier)

  test('is certified of small votes, with a figure that is nearly nothing', () => {
    const profile = toldProfile('abc', [...times(4, 'ab'), ...times(3, 'bc'), ...times(2, 'ca')])
    const found = certifier.certify(electorateOf(profile), [], 1)
    expect(found).toMatchObject({
      kind: 'certified',
      says: expect.stringMatching(/ 0?\.?\d+ (%|people in 10,000)/),
    })
  })
})

test('what is certified of some rules only names rules that there are', () => {
  const named = CERTIFIERS.flatMap(({ of }) => (of === 'every-slate' ? [] : of))
  expect(named).toEqual(['maximal-lottery', 'nash-welfare', 'group-leximin', 'kalai-smorodinsky'])
  expect(named.every((rule) => Object.hasOwn(RULES, rule))).toBe(true)
})
