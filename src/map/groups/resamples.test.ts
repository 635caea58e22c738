import { describe, expect, test } from 'vitest'
import { planted } from '../planted.case.ts'
import { placedRows, planeOf, positionsOf } from '../space/space.ts'
import { matrixOf } from '../votes/matrix.ts'
import { rowsOf } from '../votes/picked.ts'
import { redrawnPositions } from './redrawn.ts'
import { ofPlaces, ofVotes } from './resamples.ts'

const { listening } = planted(
  { kind: 'groups', shares: [0.5, 0.3, 0.2] },
  { people: 80, statements: 30, answered: 0.6 },
  'resamples',
)
const matrix = matrixOf(listening)
const plane = planeOf(matrix)
const rows = placedRows(matrix)

describe('people drawn again', () => {
  test('everybody once is the map as it was', () => {
    const again = redrawnPositions(matrix, plane, new Uint8Array(matrix.people).fill(1))
    positionsOf(matrix, plane).forEach((at, i) => {
      expect(again[i]).toBeCloseTo(at, 6)
    })
  })

  test('who comes twice counts as two', () => {
    const times = Uint8Array.from({ length: matrix.people }, (_, row) => row % 3)
    const repeated = Array.from(times).flatMap((often, row) => Array.from({ length: often }, () => row))
    const doubled = planeOf(rowsOf(matrix, repeated))
    const expected = positionsOf(matrix, doubled)
    const again = redrawnPositions(matrix, plane, times)
    const scale = Math.max(...expected.map(Math.abs))
    const apart = expected.map(
      (at, i) => Math.min(Math.abs(at - again[i]!), Math.abs(at + again[i]!)) / scale,
    )
    expect(Math.max(...apart)).toBeLessThan(0.02)
  })

  test('each comes once on average, and a third of them not at all', () => {
    const many = Array.from({ length: 40 }, (_, at) => ofVotes({ matrix, plane, rows }, `${at}`).times)
    const all = many.flatMap((times) => [...times])
    expect(all.reduce((sum, often) => sum + often, 0) / all.length).toBeCloseTo(1, 1)
    expect(all.filter((often) => often === 0).length / all.length).toBeCloseTo(Math.exp(-1), 1)
    expect(ofVotes({ matrix, plane, rows }, 'a')).toEqual(ofVotes({ matrix, plane, rows }, 'a'))
  })

  test('places that many share come as often as they have people, give or take its root', () => {
    const places = {
      points: new Float64Array(4),
      weight: Float64Array.of(4, 900),
      reach: new Float64Array(2),
    }
    const drawn = Array.from({ length: 400 }, (_, at) => ofPlaces(places, `${at}`).times)
    for (const place of [0, 1]) {
      const people = places.weight[place]!
      const mean = drawn.reduce((sum, times) => sum + times[place]!, 0) / drawn.length
      const variance = drawn.reduce((sum, times) => sum + (times[place]! - mean) ** 2, 0) / drawn.length
      expect(Math.abs(mean / people - 1)).toBeLessThan(0.2)
      expect(variance / people).toBeGreaterThan(0.7)
      expect(variance / people).toBeLessThan(1.4)
    }
  })
})
