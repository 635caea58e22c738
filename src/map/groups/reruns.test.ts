import { describe, expect, test } from 'vitest'
import { eachAlone } from './places.ts'
import { type Drawn, rerunOf } from './reruns.ts'

/** Six people, three on either side. */
const SIDES = eachAlone(Float64Array.of(0, 0, 0, 1, 1, 0, 9, 9, 9, 8, 8, 9))
const HALVES = { k: 2, labels: Uint8Array.of(0, 0, 0, 1, 1, 1) }
const ONCE = new Float64Array(6).fill(1)
const drawn = (labels: Uint8Array): Drawn => ({ places: SIDES, partitions: [{ k: 2, labels }] })
const again = (labels: Uint8Array, times = ONCE, points = SIDES.points) =>
  rerunOf(drawn(labels), { points, times }, 'seed').again[0]!

describe('a map drawn again', () => {
  test('from the same people shows the same groups', () => {
    expect(rerunOf(drawn(HALVES.labels), { points: SIDES.points, times: ONCE }, 'seed')).toEqual({
      k: 2,
      again: [{ agreement: 1, jaccards: [1, 1], kept: new Uint8Array(6).fill(1) }],
    })
  })

  test('puts who was not drawn where the nearest group is', () => {
    expect(again(HALVES.labels, Float64Array.of(2, 1, 0, 2, 1, 0))).toMatchObject({
      agreement: 1,
      kept: new Uint8Array(6).fill(1),
    })
  })

  test('Jaccard: of the people in either, how many are in both; who is elsewhere was not kept', () => {
    const wrong = again(Uint8Array.of(0, 0, 1, 1, 1, 1))
    expect(wrong.jaccards).toEqual([2 / 3, 3 / 4])
    expect(wrong.kept).toEqual(Uint8Array.of(1, 1, 0, 1, 1, 1))
    // Five pairs of fifteen agree in both: (4 − 42/15) / (6.5 − 42/15).
    expect(wrong.agreement).toBeCloseTo((4 - (7 * 6) / 15) / (6.5 - (7 * 6) / 15), 12)
  })

  test('people may come to stand elsewhere', () => {
    const turned = SIDES.points.map((_, at) => SIDES.points[at ^ 1]! * -1)
    expect(again(HALVES.labels, ONCE, turned).agreement).toBe(1)
  })

  test('when those drawn cannot be divided, nothing is kept', () => {
    const { k, again: came } = rerunOf(
      drawn(HALVES.labels),
      { points: SIDES.points, times: Float64Array.of(9, 0, 0, 0, 0, 0) },
      'seed',
    )
    expect({ k, agreement: came[0]!.agreement, jaccards: came[0]!.jaccards }).toEqual({
      k: 1,
      agreement: 0,
      jaccards: [0.5, 0.5],
    })
  })
})
