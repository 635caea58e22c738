import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn } from '../draw.ts'
import type { GuaranteeName } from '../guarantees/guarantee.ts'
import { GUARANTEES } from '../guarantees/index.ts'
import { profiles, toldProfile } from '../told-profile.case.ts'
import type { Rule } from './rule.ts'

const SMALL = profiles({ people: 8, candidates: 6 })
const SEATS = fc.integer({ min: 1, max: 4 })

/** How many small profiles a promise is tried on. */
const USUAL_RUNS = 500

/** How a rule breaks a promise on some small profile, with the profile; null where all of them keep it. */
export function counterexample(rule: Rule, guarantee: GuaranteeName, runs = USUAL_RUNS): string | null {
  const property = fc.property(SMALL, SEATS, (profile, seats) => {
    const broken = GUARANTEES[guarantee].broken(rule.choose, profile, seats)
    if (broken !== null) throw new Error(broken)
  })
  const run = fc.check(property, { numRuns: runs, seed: 1894 })
  return run.failed ? String((run.errorInstance as Error).message) : null
}

/** What every rule must keep, and everything that this one promises. */
export function checkRule(rule: Rule, runs = USUAL_RUNS): void {
  const some = { numRuns: Math.min(100, runs) }
  describe(rule.name, () => {
    test.each(rule.guarantees.map((guarantee) => [guarantee] as const))('keeps %s', (guarantee) => {
      expect(counterexample(rule, guarantee, runs)).toBeNull()
    })

    test('seats as many different candidates as there are seats for, or all of them', () => {
      fc.assert(
        fc.property(SMALL, fc.nat({ max: 8 }), (profile, seats) => {
          const slate = rule.choose(profile, seats)
          expect(new Set(slate).size).toBe(slate.length)
          expect(slate.length).toBe(Math.min(seats, profile.candidates.length))
          expect(slate.filter((statement) => !profile.candidates.includes(statement))).toEqual([])
        }),
        some,
      )
    })

    test('counts a row that stands for several people as so many people', () => {
      fc.assert(
        fc.property(SMALL, SEATS, fc.infiniteStream(fc.nat({ max: 3 })), (profile, seats, times) => {
          const weights = Float64Array.from(profile.people, () => times.next().value)
          const everybody = weights.reduce((sum, weight) => sum + weight, 0)
          const copies = [...weights].flatMap((weight, row) => new Array<number>(weight).fill(row))
          expect(rule.choose({ ...profile, weights, everybody }, seats)).toEqual(
            rule.choose(drawn(profile, Uint32Array.from(copies)), seats),
          )
        }),
        some,
      )
    })

    test('leaves the profile as it was, so that it chooses the same again', () => {
      fc.assert(
        fc.property(SMALL, SEATS, (profile, seats) => {
          const before = structuredClone(profile)
          expect(rule.choose(profile, seats)).toEqual(rule.choose(profile, seats))
          expect(profile).toEqual(before)
        }),
        some,
      )
    })

    test('goes by the order of the candidates where nobody said anything', () => {
      expect(rule.choose(toldProfile('abc', []), 2)).toEqual(['a', 'b'])
      expect(rule.choose(toldProfile('abc', ['', '']), 2)).toEqual(['a', 'b'])
      expect(rule.choose(toldProfile('', ['', '']), 2)).toEqual([])
    })

    test('says what it is, in a sentence, and whose idea it was', () => {
      expect(rule.sentence).toMatch(/^[A-Z].{30,}\.$/)
      expect(rule.source).toMatch(/\b(1[789]|20)\d\d\b/)
      for (const always of ['anonymity', 'neutrality'] as const) expect(rule.guarantees).toContain(always)
    })
  })
}
