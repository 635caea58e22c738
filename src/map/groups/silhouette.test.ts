import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
          points,
          labels.map((own) => ({ k: 3, labels: Uint8Array.from(own) })),
        )
        expect(found).toEqual(labels.map((own) => expect.closeTo(byDefinition(points, own), 12)))
      }),
    )
  })

  test('nobody, and everybody in one place', () => {
    expect(silhouettes(new Float64Array(0), [{ k: 2, labels: new Uint8Array(0) }])).toEqual([0])
    expect(silhouettes(new Float64Array(6), [{ k: 2, labels: Uint8Array.of(0, 1, 1) }])).toEqual([0])
  })
})
