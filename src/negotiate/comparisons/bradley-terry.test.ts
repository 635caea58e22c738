import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bradleyTerry, preferenceOf, type Scale } from './bradley-terry.ts'
import type { Duel } from './duels.ts'

const over = (a: string, b: string): Duel<string> => ({ a, b, prefers: 'a' })
const tie = (a: string, b: string): Duel<string> => ({ a, b, prefers: 'tie' })
const times = <T>(count: number, make: () => readonly T[]): readonly T[] =>
  Array.from({ length: count }, make).flat()
const strengthsOf = (duels: readonly Duel<string>[], scale?: Scale) =>
  Object.fromEntries(
    bradleyTerry(duels, scale).flatMap(({ strength }) =>
      [...strength].map(([item, { estimate }]) => [item, estimate] as const),
    ),
  )

describe('bradleyTerry, published examples', () => {
  test('choix’s tutorial (Maystre, notebook intro-pairwise), with choix’s own regularisation', () => {
    const won: readonly [number, number][] = [
      [1, 0],
      [0, 4],
      [3, 1],
      [0, 2],
      [2, 4],
      [4, 3],
    ]
    // choix's default alpha is 1e-6 on the sum of squares; half our precision.
    const strength = strengthsOf(
      won.map(([a, b]) => over(`${a}`, `${b}`)),
      { precision: 2e-6 },
    )
    expect(['0', '1', '2', '3', '4'].map((item) => Number(strength[item]?.toFixed(3)))).toEqual([
      0.583, 0.194, -0, -0.194, -0.583,
    ])
  })

  test('five times a>b>c and four times b>c>a: a beats each, and Bradley–Terry still picks b', () => {
    const ranking = (...order: readonly string[]) =>
      order.flatMap((first, at) => order.slice(at + 1).map((second) => over(first, second)))
    const duels = [...times(5, () => ranking('a', 'b', 'c')), ...times(4, () => ranking('b', 'c', 'a'))]
    expect(bradleyTerry(duels)[0]?.items[0]).toBe('b')
    expect(bradleyTerry(duels, { precision: 1e-6 })[0]?.items).toEqual(['b', 'a', 'c'])
  })
})

describe('bradleyTerry, two things in closed form', () => {
  // The peak in d solves n (k/n - sigma(d)) = precision d / 2; its curvature is n p (1 - p) + precision / 2.
  test.each([
    [3, 4, 1],
    [9, 10, 1],
    [10, 10, 0.5],
    [0, 3, 2],
  ])('%d wins of %d, precision %d', (k, n, precision) => {
    const duels = [...times(k, () => [over('x', 'y')]), ...times(n - k, () => [over('y', 'x')])]
    const [fit] = bradleyTerry(duels, { precision })
    const d = (fit?.strength.get('x')?.estimate ?? 0) - (fit?.strength.get('y')?.estimate ?? 0)
    const p = 1 / (1 + Math.exp(-d))
    expect(k - n * p).toBeCloseTo((precision * d) / 2, 9)
    const sd = 1 / Math.sqrt(n * p * (1 - p) + precision / 2)
    const logit = (x: number) => Math.log(x / (1 - x))
    const interval = preferenceOf(fit ? [fit] : [], 'x', 'y')
    expect(interval).toMatchObject({ n, method: 'laplace', level: 0.95 })
    expect(logit(interval?.high ?? 0) - d).toBeCloseTo(1.959964 * sd, 5)
    expect(d - logit(interval?.low ?? 0)).toBeCloseTo(1.959964 * sd, 5)
    expect(interval?.estimate).toBeCloseTo(p, 9)
  })
})

describe('ties', () => {
  test('count half each way: a tie is as good as a win and a loss', () => {
    const both = strengthsOf([over('a', 'b'), over('b', 'a'), over('a', 'c'), over('b', 'c')])
    const tied = strengthsOf([tie('a', 'b'), tie('b', 'a'), over('a', 'c'), over('b', 'c')])
    for (const item of ['a', 'b', 'c']) expect(tied[item]).toBeCloseTo(both[item] ?? Number.NaN, 9)
    expect(bradleyTerry([tie('a', 'b')])[0]).toMatchObject({ duels: 1, ties: 1 })
    expect(strengthsOf([tie('a', 'b')]).a).toBeCloseTo(0, 12)
  })
})

describe('components', () => {
  test('what was never compared has no common scale', () => {
    const fits = bradleyTerry([over('a', 'b'), over('c', 'd'), over('d', 'e')])
    expect(fits.map(({ items }) => items)).toEqual([
      ['c', 'd', 'e'],
      ['a', 'b'],
    ])
    expect(preferenceOf(fits, 'a', 'c')).toBeNull()
    expect(preferenceOf(fits, 'a', 'nobody')).toBeNull()
    expect(preferenceOf(fits, 'c', 'e')?.estimate).toBeGreaterThan(0.5)
  })

  test('one duel joins two', () => {
    expect(bradleyTerry([over('a', 'b'), over('c', 'd'), tie('b', 'c')])).toHaveLength(1)
    expect(bradleyTerry([])).toEqual([])
  })

  test('a thing compared with itself, and a prior that is none, are mistakes', () => {
    expect(() => bradleyTerry([over('a', 'a')])).toThrow('"a" is compared with itself')
    expect(() => bradleyTerry([over('a', 'b')], { precision: 0 })).toThrow('positive precision')
  })
})

const anyDuels = fc.array(
  fc
    .record({
      a: fc.constantFrom('a', 'b', 'c', 'd'),
      b: fc.constantFrom('a', 'b', 'c', 'd'),
      prefers: fc.constantFrom<'a' | 'b' | 'tie'>('a', 'b', 'tie'),
    })
    .filter(({ a, b }) => a !== b),
  { minLength: 1, maxLength: 30 },
)

describe('bradleyTerry, whatever is compared', () => {
  test('strengths of a component sum to zero, strongest first, within their intervals', () => {
    fc.assert(
      fc.property(anyDuels, (duels) => {
        for (const { items, strength } of bradleyTerry(duels)) {
          const all = items.map((item) => strength.get(item))
          expect(all.reduce((sum, each) => sum + (each?.estimate ?? 0), 0)).toBeCloseTo(0, 8)
          all.forEach((each, at) => {
            expect(each?.low).toBeLessThan(each?.estimate ?? 0)
            expect(each?.high).toBeGreaterThan(each?.estimate ?? 0)
            if (at > 0) expect(each?.estimate).toBeLessThanOrEqual((all[at - 1]?.estimate ?? 0) + 1e-9)
          })
        }
      }),
      { numRuns: 30 },
    )
  })

  test('the covariance is of centred strengths, in the order of the items', () => {
    fc.assert(
      fc.property(anyDuels, (duels) => {
        for (const { items, strength, covariance } of bradleyTerry(duels, { precision: 1e-3 }))
          items.forEach((item, row) => {
            const n = items.length
            const sum = items.reduce((total, _, column) => total + (covariance[row * n + column] ?? 0), 0)
            expect(sum).toBeCloseTo(0, 7)
            const { estimate = 0, high = 0 } = strength.get(item) ?? {}
            expect((high - estimate) / 1.959964).toBeCloseTo(Math.sqrt(covariance[row * n + row] ?? 0), 4)
          })
      }),
    )
  })

  test('turning every duel round turns every strength round', () => {
    fc.assert(
      fc.property(anyDuels, (duels) => {
        const turned = duels.map(({ a, b, prefers }) => ({ a: b, b: a, prefers }))
        const [one, other] = [strengthsOf(duels), strengthsOf(turned)]
        for (const [item, value] of Object.entries(one)) expect(other[item]).toBeCloseTo(-value, 7)
      }),
      { numRuns: 30 },
    )
  })

  test('on a known scale, one more win never makes the pair less preferred', () => {
    fc.assert(
      fc.property(anyDuels, (duels) => {
        const more = bradleyTerry([...duels, over('a', 'b')], { precision: 1 })
        const before = preferenceOf(bradleyTerry(duels, { precision: 1 }), 'a', 'b')
        expect(preferenceOf(more, 'a', 'b')?.estimate).toBeGreaterThanOrEqual((before?.estimate ?? 0) - 1e-9)
      }),
    )
  })

  test('the order in which duels come changes not a bit', () => {
    fc.assert(
      fc.property(anyDuels, (duels) => {
        const [one, other] = [strengthsOf(duels), strengthsOf([...duels].reverse())]
        expect(other).toEqual(one)
      }),
      { numRuns: 30 },
    )
  })
})

test('each strength says how many duels it rests on', () => {
  const [fit] = bradleyTerry([over('a', 'b'), over('a', 'c'), tie('a', 'b')])
  expect([...(fit?.strength ?? [])].map(([item, { n }]) => [item, n]).sort()).toEqual([
    ['a', 3],
    ['b', 2],
    ['c', 1],
  ])
})
