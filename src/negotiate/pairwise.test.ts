import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn } from './draw.ts'
import { leadsOf, pairwiseOf } from './pairwise.ts'
import { profiles, toldProfile } from './told-profile.case.ts'
import { toldRankings } from './told-rankings.case.ts'

describe('who prefers what', () => {
  test('of those who saw both, who agrees with one and not with the other', () => {
    const { wins, met } = pairwiseOf(
      toldProfile('ab', ['a', 'a', 'b', 'ab', 'a'], { saw: ['ab', 'ab', 'ab', 'ab', 'a'] }),
    )
    expect([...wins]).toEqual([0, 2, 1, 0])
    expect([...met]).toEqual([0, 4, 4, 0])
  })

  test('nobody leads where nobody saw both, however well one of them is liked', () => {
    const apart = pairwiseOf(toldProfile('ab', ['a', 'a', ''], { saw: ['a', 'a', 'b'] }))
    expect([...apart.met]).toEqual([0, 0, 0, 0])
    expect([...leadsOf(apart)]).toEqual([0, 0, 0, 0])
  })

  test('a lead among few is less than the same lead among many', () => {
    const [few, many] = [1, 100].map((people) => leadsOf(toldRankings({ ab: people }))[1]!)
    expect(few).toBeCloseTo(1 / 3)
    expect(many).toBeCloseTo(100 / 102)
  })

  test('is counted pair by pair, person by person', () => {
    fc.assert(
      fc.property(profiles({ people: 8, candidates: 5 }), (profile) => {
        const { wins, met } = pairwiseOf(profile)
        const m = profile.candidates.length
        const has = (ballots: typeof profile.seen, person: number, candidate: number) =>
          ballots.candidates
            .subarray(ballots.offsets[person], ballots.offsets[person + 1])
            .includes(candidate)
        for (let a = 0; a < m; a++)
          for (let b = 0; b < m; b++) {
            if (a === b) continue
            const both = [...profile.people.keys()].filter(
              (person) => has(profile.seen, person, a) && has(profile.seen, person, b),
            )
            const prefer = both.filter(
              (person) => has(profile.approvals, person, a) && !has(profile.approvals, person, b),
            )
            expect(met[a * m + b]).toBe(both.length)
            expect(wins[a * m + b]).toBe(prefer.length)
          }
      }),
      { numRuns: 50 },
    )
  })

  test('a row that stands for several people counts as so many', () => {
    const profile = toldProfile('abc', ['a', 'bc', 'c'])
    const weighted = { ...profile, weights: Float64Array.of(2, 0, 3), everybody: 5 }
    expect(pairwiseOf(weighted)).toEqual(pairwiseOf(drawn(profile, Uint32Array.of(0, 0, 2, 2, 2))))
  })

  test('who ranks only some says nothing of the others', () => {
    const { wins, met } = toldRankings({ abc: 3, ca: 1 })
    expect([...wins]).toEqual([0, 3, 3, 0, 0, 3, 1, 0, 0])
    expect([...met]).toEqual([0, 3, 4, 3, 0, 3, 4, 3, 0])
  })
})
