import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quickChance } from '../../kernel/index.ts'
import { divisionOf, GRID_ERROR } from './division.ts'
import { nearestCentres } from './k-means.ts'
import { eachAlone, gathered } from './places.ts'
import { silhouettes } from './silhouette.ts'

const cases = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc.record({
    points: fc
      .array(fc.integer({ min: -4, max: 4 }), { minLength: 2 * n, maxLength: 2 * n })
      .map((values) => Float64Array.from(values)),
    labels: fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }), {
      maxLength: 3,
    }),
  }),
)

/** Rousseeuw 1987, equations 1 to 3, word for word. */
function byDefinition(points: Float64Array, labels: readonly number[]): number {
  const n = labels.length
  const away = (i: number, j: number) =>
    Math.hypot(points[2 * i]! - points[2 * j]!, points[2 * i + 1]! - points[2 * j + 1]!)
  const meanTo = (i: number, part: number) => {
    const others = labels.map((_, j) => j).filter((j) => j !== i && labels[j] === part)
    return others.length === 0 ? null : others.reduce((sum, j) => sum + away(i, j), 0) / others.length
  }
  const fits = labels.map((own, i) => {
    const a = meanTo(i, own)
    const elsewhere = [0, 1, 2].filter((part) => part !== own).map((part) => meanTo(i, part))
    const there = elsewhere.filter((mean) => mean !== null)
    if (a === null || there.length === 0) return 0
    const b = Math.min(...there)
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b)
  })
  return fits.reduce((sum, fit) => sum + fit, 0) / n
}

describe('silhouettes', () => {
  test('are those of the definition, for several divisions at once', () => {
    fc.assert(
      fc.property(cases, ({ points, labels }) => {
        const found = silhouettes(
          eachAlone(points),
          labels.map((own) => ({ k: 3, labels: Uint8Array.from(own) })),
        )
        expect(found).toEqual(labels.map((own) => expect.closeTo(byDefinition(points, own), 12)))
      }),
    )
  })

  test('nobody, and everybody in one place', () => {
    expect(silhouettes(eachAlone(new Float64Array(0)), [{ k: 2, labels: new Uint8Array(0) }])).toEqual([0])
    expect(silhouettes(eachAlone(new Float64Array(6)), [{ k: 2, labels: Uint8Array.of(0, 1, 1) }])).toEqual([
      0,
    ])
  })

  test.each([
    ['a normal crowd', 1, () => [0, 0]],
    ['two groups', 1, (share: number) => [share < 0.4 ? 5 : 0, 0]],
    ['tight groups', 0.3, (share: number) => [share < 0.4 ? 4 : 0, share > 0.7 ? 4 : 0]],
    ['far outliers', 1, (share: number) => [share < 0.003 ? 40 : 0, share < 0.001 ? -60 : 0]],
  ] as const)('of shared places are within the error that is stated: %s', (name, width, middle) => {
    const random = quickChance(name)
    const points = new Float64Array(2 * 3000)
    for (let i = 0; i < 3000; i++) {
      const [x = 0, y = 0] = middle(random.uniform())
      points[2 * i] = x + width * random.normal()
      points[2 * i + 1] = y + 0.6 * width * random.normal()
    }
    const { places } = gathered(eachAlone(points), 96)
    const { tried } = divisionOf(points, name)
    const shared = tried.map(({ k, centres }) => ({ k, labels: nearestCentres(places.points, centres) }))
    silhouettes(places, shared).forEach((silhouette, at) => {
      expect(Math.abs(silhouette - tried[at]!.silhouette)).toBeLessThan(GRID_ERROR)
    })
  })
})
