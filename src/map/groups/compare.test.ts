import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { adjustedRand, nearestCentroidAccuracy } from './compare.ts'

const labelled = (labels: readonly (string | number)[]) =>
  new Map(labels.map((label, at) => [id<'participant'>(`${at}`), `${label}`]))
const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 })

describe('adjusted Rand index', () => {
  test('of the worked example of Yeung & Ruzzo 2001, Bioinformatics 17(9), supplement: 0.313', () => {
    const u = [1, 1, 2, 2, 2, 2, 3, 3, 3, 3]
    const v = [1, 2, 1, 2, 2, 3, 3, 3, 3, 3]
    expect(adjustedRand(labelled(u), labelled(v))).toBeCloseTo(0.313, 3)
  })

  test('is 1 for the same groups under other names, and the same both ways round', () => {
    fc.assert(
      fc.property(labels, labels, (a, b) => {
        expect(adjustedRand(labelled(a), labelled(a.map((label) => 3 - label)))).toBeCloseTo(1, 12)
        expect(adjustedRand(labelled(a), labelled(b))).toBeCloseTo(adjustedRand(labelled(b), labelled(a)), 12)
      }),
    )
  })

  test('looks only at people in both', () => {
    const some = labelled([0, 0, 1, 1])
    expect(adjustedRand(some, new Map([...some, [id('else'), '0']]))).toBe(1)
    expect(adjustedRand(new Map(), new Map())).toBe(1)
  })
})

describe('nearest-centroid accuracy', () => {
  const person = (at: number, x: number) =>
    ({ id: id<'participant'>(`${at}`), x, y: 0, answers: 9, group: null, firmness: 0 }) as const
  const map = { people: [0, 1, 2, 10, 11, 12].map((x, at) => person(at, x)) }

  test('is the share that stands nearest to its own centre', () => {
    expect(nearestCentroidAccuracy(map, labelled(['a', 'a', 'a', 'b', 'b', 'b']))).toBe(1)
    // Centres at 3.25 and 7.5: the second of b stands nearer to that of a.
    expect(nearestCentroidAccuracy(map, labelled(['a', 'a', 'b', 'a', 'b', 'b']))).toBeCloseTo(4 / 6, 12)
  })

  test('counts only those with a label, and is 0 without any', () => {
    expect(nearestCentroidAccuracy(map, labelled(['a', 'a', 'b']))).toBe(1)
    expect(nearestCentroidAccuracy(map, new Map())).toBe(0)
  })
})
