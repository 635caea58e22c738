import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance } from '../../kernel/index.ts'
import { RULES } from '../rules/index.ts'
import { times, toldProfile } from '../told-profile.case.ts'
import { fairestLottery } from './fairest-lottery.ts'
import { leximinSlate } from './leximin-slate.ts'
import { idealsOf, inPartsOfIdeals, type SlateBargain, slateBargainOf, worthOf } from './slate-bargain.ts'

const bargains: fc.Arbitrary<SlateBargain> = fc
  .record({ groups: fc.integer({ min: 1, max: 4 }), candidates: fc.integer({ min: 2, max: 8 }) })
  .chain(({ groups, candidates }) =>
    fc.record({
      utilities: fc.array(
        fc
          .array(fc.integer({ min: 0, max: 20 }), { minLength: candidates, maxLength: candidates })
          .map((row) => Float64Array.from(row, (each) => each / 20)),
        { minLength: groups, maxLength: groups },
      ),
      disagreement: fc.array(fc.constantFrom(0, 0, 0.3), { minLength: groups, maxLength: groups }),
      seats: fc.integer({ min: 1, max: candidates - 1 }),
    }),
  )

/** What the groups gain, least first. */
const gains = ({ utilities, disagreement }: SlateBargain, slate: readonly number[]) =>
  utilities.map((row, group) => worthOf(row, slate) - disagreement[group]!).sort((a, b) => a - b)

function everySlate({ utilities, seats }: SlateBargain): number[][] {
  const count = utilities[0]!.length
  return Array.from({ length: 2 ** count }, (_, bits) =>
    [...new Array(count).keys()].filter((candidate) => bits & (1 << candidate)),
  ).filter((slate) => slate.length === seats)
}

describe('the slate that gives the least served group most', () => {
  test('is the best of all slates where all that could be better were tried, and within its bound elsewhere', () => {
    fc.assert(
      fc.property(bargains, (bargain) => {
        const { slate, least, atMost, method } = leximinSlate(bargain)
        const own = gains(bargain, slate)
        expect(least).toBeCloseTo(own[0]!, 9)
        expect(atMost).toBeGreaterThanOrEqual(least - 1e-9)
        expect(method).toBe('every slate that could be better was tried')
        for (const other of everySlate(bargain)) {
          const theirs = gains(bargain, other)
          const at = theirs.findIndex((gain, place) => Math.abs(gain - own[place]!) > 1e-6)
          if (at !== -1) expect(theirs[at]!).toBeLessThan(own[at]!)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('its bound can be checked from its weights alone', () => {
    fc.assert(
      fc.property(bargains, (bargain) => {
        const { weights, atMost, shares } = fairestLottery(bargain)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
        for (const slate of everySlate(bargain)) {
          const sum = bargain.utilities.reduce(
            (total, row, group) =>
              total + weights[group]! * (worthOf(row, slate) - bargain.disagreement[group]!),
            0,
          )
          expect(sum).toBeLessThanOrEqual(atMost + 1e-9)
        }
        const lottery = bargain.utilities.map(
          (row, group) =>
            row.reduce((sum, utility, candidate) => sum + utility * shares[candidate]!, 0) -
            bargain.disagreement[group]!,
        )
        expect(Math.min(...lottery)).toBeCloseTo(atMost, 6)
      }),
      { numRuns: 40 },
    )
  })

  test('at the size of an assembly it comes within two parts in a hundred of what no slate exceeds', () => {
    const stream = chance('forty statements, three groups')
    const bargain: SlateBargain = {
      utilities: [0, 1, 2].map(() => Float64Array.from({ length: 40 }, () => stream.uniform())),
      disagreement: [0, 0, 0],
      seats: 12,
    }
    const { least, atMost } = leximinSlate(bargain)
    expect(least).toBeGreaterThan(0.98 * atMost)
  })
})

describe('groups bargain for seats', () => {
  // Three groups of different sizes with a statement each, and one that all like a little.
  const profile = toldProfile(
    'abcd',
    [...times(60, 'a'), ...times(30, 'b'), ...times(10, 'c')].map((own, at) => own + (at % 5 < 3 ? 'd' : '')),
    {
      groups: {
        A: [...new Array(60).keys()],
        B: [...new Array(30).keys()].map((at) => at + 60),
        C: [...new Array(10).keys()].map((at) => at + 90),
      },
    },
  )

  test('one seat goes to what serves the least served; most agreed takes what most agree with', () => {
    for (const rule of ['group-leximin', 'kalai-smorodinsky', 'relative-utilitarian'] as const)
      expect(RULES[rule].choose(profile, 1)).toEqual(['d'])
    expect(RULES['nash-welfare'].choose(profile, 1)).toEqual(['a'])
  })

  test('a group that wants one thing only is given more of it by equal parts than by leximin', () => {
    const bargain: SlateBargain = {
      utilities: [Float64Array.of(0.9, 0.1, 0.1, 0.1), Float64Array.of(0.1, 0.55, 0.5, 0.5)],
      disagreement: [0, 0],
      seats: 2,
    }
    const partOf = (slate: readonly number[]) =>
      bargain.utilities.map((row, group) => worthOf(row, slate) / idealsOf(bargain)[group]!)
    const equalParts = leximinSlate(inPartsOfIdeals(bargain)).slate
    expect(equalParts).toContain(0)
    expect(Math.min(...partOf(equalParts))).toBeGreaterThan(0.6)
  })

  test('what they have without an agreement decides who gives way', () => {
    const utilities = [Float64Array.of(1, 0, 0.6), Float64Array.of(0, 1, 0.5)]
    const seated = (disagreement: readonly number[]) =>
      leximinSlate({ utilities, disagreement, seats: 1 }).slate
    expect(seated([0, 0])).toEqual([2])
    expect(seated([-0.5, 0.6])).toEqual([1])
  })

  test('without groups everybody is one, and the slate is what most agree with', () => {
    const alone = { ...profile, groups: [] }
    for (const rule of ['group-leximin', 'kalai-smorodinsky', 'relative-utilitarian'] as const)
      expect([...RULES[rule].choose(alone, 2)].sort()).toEqual(
        [...RULES['agree-rate'].choose(alone, 2)].sort(),
      )
  })

  test('a seat is worth to a group the share of those of it who saw the statement and agree', () => {
    const half = toldProfile('ab', ['a', '', 'b'], { saw: ['a', 'ab', 'ab'], groups: { A: [0, 1], B: [2] } })
    expect(slateBargainOf(half, 1).utilities.map((row) => [...row])).toEqual([
      [2 / 4, 1 / 3],
      [1 / 3, 2 / 3],
    ])
  })
})
