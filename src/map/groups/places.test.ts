import { describe, expect, test } from 'vitest'
import { quickChance } from '../../kernel/index.ts'
import { eachAlone, gathered, peopleAt, pointsOf, reweighted } from './places.ts'

const random = quickChance('places')
const cloud = new Float64Array(4000).map(() => random.normal())

describe('shared places', () => {
  const { places, placeOf } = gathered(eachAlone(cloud), 16)

  test('hold everybody, in few places', () => {
    expect(peopleAt(places)).toBe(2000)
    expect(places.weight.length).toBeLessThan(200)
    const counted = new Float64Array(places.weight.length)
    for (const place of placeOf) counted[place]!++
    expect(counted).toEqual(places.weight)
  })

  test('lie in the middle of their people, and know how far these reach', () => {
    for (const place of [0, 40, 90]) {
      const own = [...placeOf.keys()].filter((person) => placeOf[person] === place)
      const mean = (axis: number) =>
        own.reduce((sum, person) => sum + cloud[2 * person + axis]!, 0) / own.length
      const [x, y] = [mean(0), mean(1)]
      expect([places.points[2 * place], places.points[2 * place + 1]]).toEqual([
        expect.closeTo(x, 9),
        expect.closeTo(y, 9),
      ])
      const squares = own.reduce(
        (sum, person) => sum + (cloud[2 * person]! - x) ** 2 + (cloud[2 * person + 1]! - y) ** 2,
        0,
      )
      expect(places.reach[place]).toBeCloseTo(Math.sqrt(squares / own.length), 9)
    }
  })

  test('one far out does not pull all others into one place', () => {
    const far = Float64Array.of(...cloud, 1e6, 1e6)
    expect(gathered(eachAlone(far), 16).places.weight.length).toBeGreaterThan(1)
    expect(gathered(eachAlone(new Float64Array(20)), 16).places.weight).toEqual(Float64Array.of(10))
  })

  test('nobody left there, no place', () => {
    const some = reweighted(eachAlone(Float64Array.of(1, 1, 2, 2, 3, 3)), Float64Array.of(0, 2, 1))
    expect(some).toEqual({
      points: Float64Array.of(2, 2, 3, 3),
      weight: Float64Array.of(2, 1),
      reach: new Float64Array(2),
    })
  })

  test('positions are picked row by row', () => {
    expect(pointsOf(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 0])).toEqual(Float64Array.of(5, 6, 1, 2))
  })
})
