import { describe, expect, test } from 'vitest'
import { chance, id } from '../../kernel/index.ts'
import { ACCEPTED, DECLARED_RULES } from '../rulings.ts'
import { type Stratum, together } from '../strata.ts'
import { majorityOf } from '../strength.ts'
import { majorityBound } from './majority-bounds.ts'
import { RULE_BOUNDS } from './ruling-rules.ts'
import { fewestOnRuling } from './rulings.ts'

/** One or two groups, and sometimes people in none, of whom a few compared. */
function smallStrata(seed: string): Stratum[] {
  const draw = chance(seed)
  const one = (group: string | null, leaning: number): Stratum => {
    const n = draw.below(7) + (group === null ? 1 : 0)
    const wins = Array.from({ length: n }, () => Number(draw.uniform() < leaning)).reduce((a, b) => a + b, 0)
    return { group: group === null ? null : id(group), people: n + draw.below(5), wins, n }
  }
  const leaning = draw.uniform() < 0.5 ? 0.95 : 0.4 + 0.3 * draw.uniform()
  const groups = ['A', 'B'].slice(draw.below(3)).map((group) => one(group, leaning))
  return draw.below(3) === 0 || groups.length === 0 ? [...groups, one(null, leaning)] : groups
}

const add = (strata: readonly Stratum[], at: number, voice: number): Stratum[] =>
  strata.map((one, place) =>
    place === at ? { ...one, people: one.people + 1, wins: one.wins + voice, n: one.n + 1 } : one,
  )

/** Every way to add so many voices, for either side, to any stratum. */
function* added(strata: readonly Stratum[], count: number, from = 0): Generator<readonly Stratum[]> {
  if (count === 0) return yield strata
  for (let kind = from; kind < 2 * strata.length; kind++)
    yield* added(add(strata, kind >> 1, kind % 2), count - 1, kind)
}

const tallies = (strata: readonly Stratum[]) => {
  const groups = strata.filter(({ group }) => group !== null)
  return [together(strata), groups.length > 0 ? groups : [together(strata)]] as const
}

/** Which side the ruling stands for: 1, -1, or 0 for neither. */
function standing(strata: readonly Stratum[], seed: string): number {
  const signs = DECLARED_RULES.map(({ favours }) => favours(...tallies(strata)))
  const sign = signs[0]!
  if (sign === 0 || signs.some((other) => other !== sign)) return 0
  const { probability } = majorityOf(strata, seed)
  return (sign === 1 ? probability : 1 - probability) >= ACCEPTED ? sign : 0
}

describe('the fewest added ballots on a ruling', () => {
  test.each(DECLARED_RULES)('are exact for the rule "$rule", against and toward', ({ rule, favours }) => {
    const most = 4
    for (let seed = 0; seed < 60; seed++) {
      const strata = smallStrata(`rule ${seed}`).filter((one) => one.people > 0)
      const isFor = favours(...tallies(strata)) === 1
      const bound = RULE_BOUNDS[rule]![isFor ? 'against' : 'toward'](...tallies(strata))
      const brute = Array.from({ length: most + 1 }, (_, count) => count).find((count) =>
        [...added(strata, count)].some((changed) => (favours(...tallies(changed)) === 1) !== isFor),
      )
      expect(bound > most ? undefined : bound).toBe(brute)
    }
  })

  test('equal brute force on small assemblies, and never contradict it where it stops', () => {
    let [found, beyond] = [0, 0]
    const most = 2
    for (let seed = 0; seed < 14; seed++) {
      const [strata, name] = [smallStrata(`ruling ${seed}`), `draws ${seed}`]
      const before = standing(strata, name)
      const { atLeast, atMost } = fewestOnRuling({ strata, unplaced: 0, seed: name })
      const places = strata.some(({ group }) => group === null)
        ? strata
        : [...strata, { group: null, people: 0, wins: 0, n: 0 }]
      const flips = (changed: readonly Stratum[]) =>
        standing(
          changed.filter(({ group, n }) => group !== null || n > 0),
          name,
        ) !== before
      const brute = Array.from({ length: most }, (_, at) => at + 1).find((count) =>
        [...added(places, count)].some(flips),
      )
      if (brute === undefined) expect(atLeast).toBeGreaterThan(most)
      else expect([atLeast, atMost]).toEqual([brute, brute])
      brute === undefined ? beyond++ : found++
    }
    expect(found).toBeGreaterThan(5)
    expect(beyond).toBeGreaterThan(2)
  })

  test('call nothing exact that was counted no further', () => {
    const half = (group: string): Stratum => ({
      group: id<'group'>(group),
      people: 500_000,
      n: 500_000,
      wins: 400_000,
    })
    const { atLeast, atMost } = fewestOnRuling({
      strata: [half('A'), half('B')],
      unplaced: 0,
      seed: 'a million',
    })
    expect(atLeast).toBe(100_000)
    // It takes three times as many to turn one of the two groups.
    expect(atMost).toBe(Number.POSITIVE_INFINITY)
  })

  test('without groups, and where nobody compared, the first ballots decide', () => {
    const { atLeast, atMost } = fewestOnRuling({ strata: [], unplaced: 40, seed: 'nobody' })
    expect(atLeast).toBeGreaterThan(0)
    // So many voices of one mind are a ruling; fewer of them are not.
    const agreeing = (n: number): Stratum[] => [{ group: null, people: 40 + n, wins: n, n }]
    expect(standing(agreeing(atMost), 'nobody')).not.toBe(0)
    expect(standing(agreeing(atLeast - 1), 'nobody')).toBe(0)
  })

  test('bounds the probability on the safe side, whichever way the ballots are divided', () => {
    for (let seed = 0; seed < 10; seed++) {
      const strata = smallStrata(`bound ${seed}`)
      for (const changed of added(strata, 2)) {
        const drawn = majorityOf(changed, 'bound').probability
        expect(majorityBound(strata, { ballots: 2, unplaced: 0, cast: 'against' })).toBeLessThan(drawn + 0.03)
        expect(majorityBound(strata, { ballots: 2, unplaced: 0, cast: 'for' })).toBeGreaterThan(drawn - 0.03)
      }
    }
  })
})
