import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StatementId } from '../../kernel/index.ts'
import { drawn } from '../draw.ts'
import type { Profile } from '../profile.ts'
import { profiles } from '../told-profile.case.ts'
import type { Certifier } from './certificate.ts'
import { electorateOf } from './seating.ts'

/** Whether the property holds, by trying everything. */
export type BruteForce = (profile: Profile, slate: readonly StatementId[], seats: number) => boolean

/** How often a certifier said what, and how often it was wrong, on random committees of small random profiles. */
export interface Record {
  readonly certified: number
  readonly refuted: number
  readonly open: number
  readonly falselyCertified: number
  readonly falselyRefuted: number
}

/** A small profile, a number of seats, and any slate of that many. */
export const elections = fc
  .tuple(profiles({ people: 10, candidates: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([profile, seats]) =>
    fc.record({
      profile: fc.constant(profile),
      seats: fc.constant(seats),
      slate: fc
        .shuffledSubarray([...profile.candidates], { minLength: profile.candidates.length })
        .map((order) => order.slice(0, seats)),
    }),
  )

export function recordOf(certifier: Certifier, holds: BruteForce, committees: number): Record {
  const record = { certified: 0, refuted: 0, open: 0, falselyCertified: 0, falselyRefuted: 0 }
  for (const { profile, slate, seats } of fc.sample(elections, { numRuns: committees, seed: 1972 })) {
    const { kind } = certifier.certify(electorateOf(profile), slate, seats)
    const isSo = holds(profile, slate, seats)
    record[kind === 'not-certified' ? 'open' : kind]++
    if (kind === 'certified' && !isSo) record.falselyCertified++
    if (kind === 'refuted' && isSo) record.falselyRefuted++
  }
  return record
}

/** What every certifier must keep. */
export function checkCertifier(certifier: Certifier): void {
  test('its witness is enough for what it claims, and agrees with some of it', () => {
    fc.assert(
      fc.property(elections, ({ profile, slate, seats }) => {
        const found = certifier.certify(electorateOf(profile), slate, seats)
        if (found.kind !== 'refuted') return
        const { people, claims, owed } = found.witness
        expect(people.length * seats).toBeGreaterThanOrEqual(owed * profile.everybody)
        expect(people.length).toBeGreaterThan(0)
        expect(claims.every((claim) => profile.candidates.includes(claim))).toBe(true)
        expect(claims.some((claim) => !slate.includes(claim))).toBe(true)
        expect(new Set(people).size).toBe(people.length)
      }),
      { numRuns: 100 },
    )
  })

  test('says the same whoever comes first', () => {
    fc.assert(
      fc.property(elections, ({ profile, slate, seats }) => {
        const backwards = drawn(profile, Uint32Array.from(profile.people.keys()).reverse())
        const sorted = (all: Profile) => {
          const found = certifier.certify(electorateOf(all), slate, seats)
          return found.kind === 'refuted'
            ? { ...found, witness: { ...found.witness, people: [...found.witness.people].sort() } }
            : found
        }
        expect(sorted(backwards)).toEqual(sorted(profile))
      }),
      { numRuns: 50 },
    )
  })

  test('says what it is, in a sentence, and whose idea it was', () => {
    expect(certifier.sentence).toMatch(/^[A-Z].{30,}\.$/)
    expect(certifier.source).toMatch(/\b(1[89]|20)\d\d\b/)
  })
}
