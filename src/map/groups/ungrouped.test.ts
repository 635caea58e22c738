import { describe, expect, test } from 'vitest'
import { chance, quickChance } from '../../kernel/index.ts'
import {
  CROWDS_DRAWN,
  crowdOf,
  exceededOnceInTwenty,
  MOST_DRAWN,
  shapeOf,
  ungroupedSilhouette,
} from './ungrouped.ts'

const SHAPE = { people: 200, wide: 2, narrow: 1, bend: 0.3 }
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const drawn = (crowd: 'gaussian' | 'line', shape = SHAPE) =>
  Array.from({ length: 20 }, (_, at) => ungroupedSilhouette(shape, crowd, `test/${at}`))

describe('crowds without groups', () => {
  test('the same seed draws the same crowd, another seed another', () => {
    expect(ungroupedSilhouette(SHAPE, 'line', 'a')).toBe(ungroupedSilhouette(SHAPE, 'line', 'a'))
    expect(ungroupedSilhouette(SHAPE, 'line', 'a')).not.toBe(ungroupedSilhouette(SHAPE, 'line', 'b'))
  })

  test.each([0, 0.3, 1])('have the spread, and the line the bend %d, that they are drawn with', (bend) => {
    const shape = { people: MOST_DRAWN, wide: 3, narrow: 1, bend }
    for (const crowd of ['gaussian', 'line'] as const) {
      const drawn = Array.from({ length: 20 }, (_, at) =>
        shapeOf(crowdOf(shape, crowd, quickChance(`${crowd}/${bend}/${at}`))),
      )
      expect(mean(drawn.map(({ wide }) => wide / 3))).toBeCloseTo(1, 1)
      expect(mean(drawn.map(({ narrow }) => narrow))).toBeCloseTo(1, 1)
      expect(mean(drawn.map((one) => one.bend))).toBeCloseTo(crowd === 'line' ? bend : 0, 1)
    }
  })

  test('a normal crowd in one direction divides as half-normal halves do', () => {
    // A standard normal cut at 0 has a mean silhouette of 0.5527, by numeric integration.
    const silhouette = mean(drawn('gaussian', { ...SHAPE, people: 1000, narrow: 1e-9 }))
    expect(Math.abs(silhouette - 0.5527)).toBeLessThan(0.01)
  })

  test('a line is harder to tell from groups than a normal crowd of the same spread', () => {
    for (const bend of [0, 0.5, 1])
      expect(mean(drawn('line', { ...SHAPE, bend }))).toBeGreaterThan(mean(drawn('gaussian')) + 0.05)
  })

  test('once in twenty: one more draw exceeds the bound so often', () => {
    const random = quickChance('bound')
    const normal = (count: number) => Array.from({ length: count }, () => random.normal())
    const above = Array.from({ length: 4000 }, () => {
      const bound = exceededOnceInTwenty(normal(CROWDS_DRAWN), MOST_DRAWN)
      return Number(random.normal() > bound)
    })
    expect(Math.abs(mean(above) - 0.05)).toBeLessThan(0.012)
    expect(exceededOnceInTwenty([], 10)).toBe(1)
  })

  test('larger crowds differ less from each other', () => {
    const draws = Array.from({ length: CROWDS_DRAWN }, (_, at) => at)
    const over = (people: number) => exceededOnceInTwenty(draws, people) - mean(draws)
    expect(over(100 * MOST_DRAWN)).toBeCloseTo(over(MOST_DRAWN) / 10, 12)
    expect(over(10)).toBe(over(MOST_DRAWN))
  })
})

describe('the shape of a crowd', () => {
  const random = chance('shape')
  const people = Array.from({ length: 4000 }, () => [random.normal(), random.normal()] as const)
  const shaped = (place: (x: number, y: number) => readonly [number, number]) =>
    shapeOf(Float64Array.from(people.flatMap(([x, y]) => place(x, y))))

  test('its spread is measured along and across, wherever it lies and however it is turned', () => {
    const [c, s] = [Math.cos(1), Math.sin(1)]
    const { wide, narrow, bend } = shaped((x, y) => [5 + 3 * c * x - s * y, 3 * s * x + c * y - 2])
    expect([wide / 3, narrow, bend]).toEqual([
      expect.closeTo(1, 1),
      expect.closeTo(1, 1),
      expect.closeTo(0, 1),
    ])
  })

  test('its bend is the share of the narrow direction that follows the square of the wide one', () => {
    // The square of a normal has variance 2: half of the variance across is bend.
    expect(shaped((x, y) => [9 * x, x * x + Math.SQRT2 * y]).bend).toBeCloseTo(0.5, 1)
    expect(shaped((x) => [9 * x, x * x]).bend).toBeCloseTo(1, 5)
  })

  test('people in one place have no spread and no bend', () => {
    expect(shapeOf(Float64Array.of(3, 4, 3, 4))).toEqual({ people: 2, wide: 0, narrow: 0, bend: 0 })
  })
})
