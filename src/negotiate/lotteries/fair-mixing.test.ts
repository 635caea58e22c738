import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profiles, times, toldProfile } from '../told-profile.case.ts'
import { CLOSE_ENOUGH, fairMixing } from './fair-mixing.ts'

const mixOf = (candidates: string, ballots: readonly string[]) => {
  const { approvals, weights } = toldProfile(candidates, ballots)
  return fairMixing({ approvals, weights, count: candidates.length })
}

describe('fair mixing', () => {
  test('gives camps that share nothing as much as they have people', () => {
    const { shares, gap } = mixOf('abc', [...times(6, 'a'), ...times(3, 'b'), 'c'])
    expect([...shares]).toEqual([0.6, 0.3, 0.1].map((share) => expect.closeTo(share, 12)))
    expect(gap).toBeLessThan(1e-12)
  })

  test('gives everything to what all approve', () => {
    const { shares } = mixOf('abc', ['ab', 'bc', 'b'])
    expect(shares[1]).toBeGreaterThan(0.99)
  })

  test('no small part moved from one to another makes the product larger', () => {
    const { shares } = mixOf('abcd', ['ab', 'ac', 'ad', 'bc', 'd'])
    const product = (mix: Float64Array) => {
      const utility = (approved: readonly number[]) => approved.reduce((sum, at) => sum + mix[at]!, 0)
      return utility([0, 1]) * utility([0, 2]) * utility([0, 3]) * utility([1, 2]) * utility([3])
    }
    for (let from = 0; from < 4; from++)
      for (let to = 0; to < 4; to++) {
        const moved = shares.slice()
        const some = Math.min(0.05, moved[from]!)
        moved[from]! -= some
        moved[to]! += some
        expect(product(moved)).toBeLessThanOrEqual(product(shares) * Math.exp(5 * CLOSE_ENOUGH))
      }
  })

  test('says how many it serves; who approves of nothing is left out, and where nobody does it is even', () => {
    expect(mixOf('ab', ['a', '', ''])).toMatchObject({ people: 1, shares: Float64Array.of(1, 0) })
    expect(mixOf('ab', ['', ''])).toMatchObject({ people: 0, gap: 0, shares: Float64Array.of(0.5, 0.5) })
  })

  test('its gap is true: no group of people could give each of its own more with its own part', () => {
    fc.assert(
      fc.property(profiles({ people: 6, candidates: 4 }), ({ approvals, weights, candidates }) => {
        const count = candidates.length
        const { shares, gap, people } = fairMixing({ approvals, weights, count })
        expect(gap).toBeLessThanOrEqual(CLOSE_ENOUGH)
        const rowOf = (person: number) =>
          approvals.candidates.subarray(approvals.offsets[person], approvals.offsets[person + 1])
        const utility = (person: number) => rowOf(person).reduce((sum, at) => sum + shares[at]!, 0)
        // With everything on one candidate, its supporters' part would be theirs alone.
        for (let candidate = 0; candidate < count; candidate++) {
          const supporters = [...weights.keys()].filter((person) => rowOf(person).includes(candidate))
          if (supporters.length === 0) continue
          const part = supporters.length / people
          expect(Math.max(...supporters.map(utility)) * Math.exp(gap)).toBeGreaterThanOrEqual(part - 1e-12)
        }
      }),
    )
  })
})
