import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparableParts } from './comparable.ts'
import { pairwiseOf } from './pairwise.ts'
import { profiles, toldProfile } from './told-profile.case.ts'

describe('what can be held against what', () => {
  test('everything that a chain of people answered', () => {
    const chain = toldProfile('abcd', ['', '', ''], { saw: ['ab', 'bc', 'cd'] })
    expect(comparableParts(chain)).toEqual([['a', 'b', 'c', 'd']])
  })

  test('nothing across parts that nobody answered both of', () => {
    const apart = toldProfile('abcde', ['', '', ''], { saw: ['ac', 'bd', ''] })
    expect(comparableParts(apart)).toEqual([['a', 'c'], ['b', 'd'], ['e']])
  })

  test('whoever met is in one part, and every candidate is in one', () => {
    fc.assert(
      fc.property(profiles({ people: 5, candidates: 6 }), (profile) => {
        const parts = comparableParts(profile)
        expect(parts.flat().sort()).toEqual([...profile.candidates].sort())
        const { count, met } = pairwiseOf(profile)
        const partOf = profile.candidates.map((own) => parts.findIndex((part) => part.includes(own)))
        for (let one = 0; one < count; one++)
          for (let other = 0; other < count; other++)
            if (met[one * count + other]! > 0) expect(partOf[one]).toBe(partOf[other])
      }),
    )
  })
})
