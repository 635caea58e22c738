import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pavProgram, RULES, solvedPav } from '../../negotiate/index.ts'
import { highestPavScore, pavScore } from '../../negotiate/rules/pav.case.ts'
import { profiles, times, toldProfile } from '../../negotiate/told-profile.case.ts'
import { HIGHS, loadHighs } from './highs.ts'

const solve = await loadHighs()
const skipped = solve === null ? ` (skipped: npm install --no-save ${HIGHS.name}@${HIGHS.version})` : ''

describe.skipIf(solve === null)(`exact PAV by HiGHS${skipped}`, () => {
  const exact = (profile: Parameters<typeof pavProgram>[0], seats: number) =>
    solvedPav(profile, seats, solve!(pavProgram(profile, seats).text, 10))

  test('scores what trying every slate finds', () => {
    fc.assert(
      fc.property(
        profiles({ people: 12, candidates: 7 }),
        fc.integer({ min: 1, max: 4 }),
        (profile, seats) => {
          fc.pre(pavProgram(profile, seats).terms > 0)
          const found = exact(profile, seats)
          expect(found.kind).toBe('proved')
          if (found.kind === 'failed') return
          expect(found.score).toBeCloseTo(highestPavScore(profile, seats), 6)
          expect(pavScore(profile, found.slate)).toBeCloseTo(found.score, 9)
          expect(found.score).toBeGreaterThan(
            pavScore(profile, RULES['pav-local-search'].choose(profile, seats)) - 1e-6,
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  test('finds what seating in turn does not', () => {
    const profile = toldProfile('abc', [
      ...times(2, 'b'),
      ...times(2, 'c'),
      ...times(3, 'ab'),
      ...times(3, 'ac'),
    ])
    expect(exact(profile, 2)).toEqual({ kind: 'proved', slate: ['b', 'c'], score: 10 })
  })
})

test('without the package there is no solver, and that is no error', () => {
  expect([null, 'function']).toContain(solve === null ? null : typeof solve)
})
