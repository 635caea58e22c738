import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chance, chance } from '../../kernel/index.ts'
import { kMeans } from './k-means.ts'
import { eachAlone } from './places.ts'

const divided = (points: Float64Array, k: number, random: Chance) =>
  kMeans(eachAlone(points), k, { random, starts: 8 })

const coordinates = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 2, maxLength: 24 })
const points = coordinates.map((values) =>
  Float64Array.from(values.slice(0, 2 * Math.floor(values.length / 2))),
)

/** The smallest inertia of all ways to divide a few points. */
function tightest(all: Float64Array, k: number): number {
  const n = all.length / 2
  let best = Number.POSITIVE_INFINITY
  for (let code = 0; code < k ** n; code++) {
    const labels = Array.from({ length: n }, (_, i) => Math.floor(code / k ** i) % k)
    if (new Set(labels).size === k) best = Math.min(best, inertia(all, labels, k))
  }
  return best
}

function inertia(all: Float64Array, labels: readonly number[], k: number): number {
  let total = 0
  for (let part = 0; part < k; part++) {
    const own = [...labels.keys()].filter((i) => labels[i] === part)
    for (const axis of [0, 1]) {
      const mean = own.reduce((sum, i) => sum + all[2 * i + axis]!, 0) / own.length
      total += own.reduce((sum, i) => sum + (all[2 * i + axis]! - mean) ** 2, 0)
    }
  }
  return total
}

describe('k-means', () => {
  test('finds the tightest division of a few points', () => {
    const seven = Float64Array.of(0, 0, 1, 0, 0, 2, 6, 6, 7, 5, -5, 4, -6, 5)
    for (const k of [2, 3]) {
      const found = divided(seven, k, chance('seven'))!
      expect(found.inertia).toBeCloseTo(tightest(seven, k), 10)
      expect(found.inertia).toBeCloseTo(inertia(seven, [...found.labels], k), 10)
    }
  })

  test('starts often enough to find six clumps, where one start often joins two', () => {
    const stream = chance('clumps')
    const clumps = new Float64Array(240).map((_, at) => {
      const turn = (Math.PI / 3) * Math.floor(at / 40)
      return 4 * (at % 2 === 0 ? Math.cos(turn) : Math.sin(turn)) + stream.normal() / 2
    })
    const found = Array.from({ length: 20 }, (_, at) => divided(clumps, 6, chance(`start ${at}`))!.inertia)
    expect(Math.max(...found)).toBeCloseTo(Math.min(...found), 9)
  })

  test('everybody is nearest to their own centre, which is the middle of its part', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 4 }), (all, k) => {
        const found = divided(all, k, chance('any'))
        const places = new Set(
          Array.from({ length: all.length / 2 }, (_, i) => `${all[2 * i]} ${all[2 * i + 1]}`),
        )
        if (found === null) return void expect(places.size).toBeLessThan(k)
        found.labels.forEach((label, i) => {
          const away = Array.from({ length: k }, (_, c) =>
            Math.hypot(all[2 * i]! - found.centres[2 * c]!, all[2 * i + 1]! - found.centres[2 * c + 1]!),
          )
          expect(away[label]).toBeLessThanOrEqual(Math.min(...away) + 1e-9)
        })
        expect(found.inertia).toBeCloseTo(inertia(all, [...found.labels], k), 6)
      }),
    )
  })

  test('fewer places than parts cannot be divided', () => {
    expect(divided(new Float64Array(0), 2, chance('none'))).toBeNull()
    expect(divided(Float64Array.of(1, 2), 2, chance('one'))).toBeNull()
    expect(divided(Float64Array.of(1, 2, 1, 2, 3, 4), 3, chance('two'))).toBeNull()
  })

  test('a place where two stand counts as two', () => {
    const shared = { ...eachAlone(Float64Array.of(0, 0, 3, 0, 9, 9)), weight: Float64Array.of(2, 1, 1) }
    const found = kMeans(shared, 2, { random: chance('shared'), starts: 8 })
    expect(found?.inertia).toBeCloseTo(6, 12)
    expect([...found!.centres].sort((a, b) => a - b)).toEqual([0, 1, 9, 9])
  })

  test('a known start that is better than those drawn wins', () => {
    const all = Float64Array.of(0, 0, 1, 0, 10, 0, 11, 0)
    const known = [Float64Array.of(0.5, 0, 10.5, 0)]
    expect(kMeans(eachAlone(all), 2, { random: chance('known'), starts: 0, known })?.inertia).toBe(1)
  })

  test('the same chance gives the same division', () => {
    const stream = chance('points')
    const all = new Float64Array(200).map(() => stream.normal())
    expect(divided(all, 4, chance('a'))).toEqual(divided(all, 4, chance('a')))
  })
})
