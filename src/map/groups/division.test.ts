import { describe, expect, test } from 'vitest'
import { chance } from '../../kernel/index.ts'
import { divisionOf, EXACT_UP_TO, GRID_ERROR } from './division.ts'
import { leastMembers } from './fitted.ts'
import { eachAlone } from './places.ts'
import { silhouettes } from './silhouette.ts'

/** People around some middles, each middle with its own number of people. */
function around(
  middles: readonly (readonly [x: number, y: number, people: number])[],
  seed: string,
): Float64Array {
  const random = chance(seed)
  return Float64Array.from(
    middles.flatMap(([x, y, people]) =>
      Array.from({ length: people }, () => [x + random.normal(), y + random.normal()]).flat(),
    ),
  )
}

describe('the best division', () => {
  test('has as many parts as there are groups', () => {
    const groups = [
      [0, 0, 30],
      [9, 0, 20],
      [0, 9, 15],
      [9, 9, 12],
    ] as const
    for (const k of [2, 3, 4]) {
      const { best, tried } = divisionOf(around(groups.slice(0, k), 'groups'), 'seed')
      expect(best).toBe(k)
      expect(tried.map((one) => one.k)).toEqual([2, 3, 4, 5])
    }
  })

  test('few people are divided into few parts: k up to 2 + ⌊n / 12⌋, and never more than 5', () => {
    const most = (n: number) => divisionOf(around([[0, 0, n]], 'most'), 'seed').tried.at(-1)?.k
    expect([11, 12, 24, 36, 48].map(most)).toEqual([2, 3, 4, 5, 5])
  })

  test('one person far out does not make a group, however well the division fits', () => {
    const { best, tried } = divisionOf(
      around(
        [
          [0, 0, 11],
          [400, 0, 1],
        ],
        'outlier',
      ),
      'seed',
    )
    expect(tried[0]!.silhouette).toBeGreaterThan(0.9)
    expect(best).toBeNull()
  })

  test('a group is three people, and one in a hundred', () => {
    expect([7, 300, 301, 1000].map(leastMembers)).toEqual([3, 3, 4, 10])
  })

  test('above 10,000 people the silhouette of shared places is close to that of all', () => {
    const points = around(
      [
        [0, 0, EXACT_UP_TO - 2000],
        [5, 0, 2500],
      ],
      'many',
    )
    const { best, tried, error } = divisionOf(points, 'seed')
    expect({ best, error }).toEqual({ best: 2, error: GRID_ERROR })
    const { silhouette, labels, sizes } = tried[0]!
    const [exact] = silhouettes(eachAlone(points), [{ k: 2, labels }])
    expect(Math.abs(silhouette - exact!)).toBeLessThan(error)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(points.length / 2)
  })

  test('parts are numbered by size, the largest first', () => {
    const { tried } = divisionOf(
      around(
        [
          [0, 0, 30],
          [9, 0, 600],
          [0, 9, 90],
        ],
        'sizes',
      ),
      'seed',
    )
    expect(tried[1]!.sizes).toEqual([600, 90, 30])
    for (const { sizes } of tried) expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  test('nobody, one person, and everybody in one place have no division', () => {
    for (const points of [0, 2, 40].map((length) => new Float64Array(length)))
      expect(divisionOf(points, 'seed')).toEqual({ best: null, tried: [], error: 0 })
  })
})
