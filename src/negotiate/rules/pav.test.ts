import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ejrPlusOf } from '../guarantees/ejr-plus.ts'
import { bestSwap } from '../pav/best-swap.ts'
import { seatCounts } from '../seat-counts.ts'
import { profiles, times, toldProfile } from '../told-profile.case.ts'
import { INSTANCES, profileOf, SKIPPED } from './instances.case.ts'
import { highestPavScore, pavScore } from './pav.case.ts'
import { pavLocalSearch } from './pav-local-search.ts'
import { seqPav } from './seq-pav.ts'

const many = profiles({ people: 12, candidates: 7 })
const seats = fc.integer({ min: 1, max: 4 })

describe('the best exchange', () => {
  test('is the one that trying every exchange finds', () => {
    fc.assert(
      fc.property(many, fc.nat(), (profile, bits) => {
        const seated = [...profile.candidates.keys()].filter((candidate) => bits & (1 << candidate))
        fc.pre(seated.length > 0)
        const counts = seatCounts(profile, seated.length)
        for (const candidate of seated) counts.seat(candidate)
        expect(bestSwap(profile, seated, counts)?.gain ?? 0).toBeCloseTo(bestByTrying(profile, seated), 9)
      }),
      { numRuns: 200 },
    )
  })

  test('with ties, brings in the earlier and sends out the later', () => {
    const profile = toldProfile('abcd', ['c', 'd'])
    expect(bestSwap(profile, [0, 1], seatCounts(profile, 2))).toMatchObject({
      candidate: 2,
      place: 1,
      gain: 1,
    })
  })

  test('counts a row as often as it stands for people', () => {
    const profile = { ...toldProfile('ab', ['a', 'b']), weights: Float64Array.of(1, 3), everybody: 4 }
    const counts = seatCounts(profile, 1)
    counts.seat(0)
    expect(bestSwap(profile, [0], counts)).toEqual({ candidate: 1, place: 0, gain: 2 })
  })
})

describe('local search', () => {
  test('ends where no exchange helps, at or above where it began', () => {
    fc.assert(
      fc.property(many, seats, (profile, k) => {
        const slate = pavLocalSearch.choose(profile, k)
        const score = pavScore(profile, slate)
        const seated = slate.map((statement) => profile.candidates.indexOf(statement))
        expect(bestByTrying(profile, seated)).toBeLessThan(1e-9)
        expect(score).toBeGreaterThan(pavScore(profile, seqPav.choose(profile, k)) - 1e-9)
        expect(score).toBeLessThan(highestPavScore(profile, k) + 1e-9)
      }),
      { numRuns: 100 },
    )
  })

  test('mends what seating in turn gets wrong: most agree with a, but b and c together reach everybody', () => {
    const profile = toldProfile('abc', [
      ...times(2, 'b'),
      ...times(2, 'c'),
      ...times(3, 'ab'),
      ...times(3, 'ac'),
    ])
    expect(seqPav.choose(profile, 2)).toEqual(['a', 'b'])
    expect(pavLocalSearch.choose(profile, 2)).toEqual(['c', 'b'])
  })

  test.skipIf(INSTANCES.length === 0)(
    `leaves nobody short on abcvoting’s benchmark, and mends 29${SKIPPED}`,
    () => {
      const results = INSTANCES.map((instance) => {
        const profile = profileOf(instance)
        const slate = pavLocalSearch.choose(profile, instance.seats)
        const inTurn = instance.expected.seqpav.map(String)
        return {
          isShort: ejrPlusOf(profile, slate, instance.seats).claim !== null,
          isMended: slate.some((statement) => !inTurn.includes(statement)),
        }
      })
      expect(results.filter(({ isShort }) => isShort)).toEqual([])
      expect(results.filter(({ isMended }) => isMended)).toHaveLength(29)
    },
  )
})

/** What the best exchange adds to the score, trying all; 0 where none adds anything. */
function bestByTrying(profile: Parameters<typeof pavScore>[0], seated: readonly number[]): number {
  const scoreOf = (slate: readonly number[]) =>
    pavScore(
      profile,
      slate.map((candidate) => profile.candidates[candidate]!),
    )
  const before = scoreOf(seated)
  let best = 0
  for (const candidate of profile.candidates.keys())
    if (!seated.includes(candidate))
      for (const place of seated.keys())
        best = Math.max(best, scoreOf(seated.with(place, candidate)) - before)
  return best
}
