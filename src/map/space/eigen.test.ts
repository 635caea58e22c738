import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { symmetricEigen } from './eigen.ts'

const symmetric = fc
  .integer({ min: 1, max: 12 })
  .chain((n) =>
    fc
      .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((entries) =>
        Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => entries[Math.min(i, j) * n + Math.max(i, j)]!),
        ),
      ),
  )

const times = (matrix: readonly (readonly number[])[], vector: Float64Array): number[] =>
  matrix.map((row) => row.reduce((sum, entry, i) => sum + entry * vector[i]!, 0))

describe('eigenpairs of a symmetric matrix', () => {
  test('the second difference of four points has the values 2 − 2 cos(kπ/5)', () => {
    const chain = [0, 1, 2, 3].map((i) =>
      [0, 1, 2, 3].map((j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    )
    const expected = [4, 3, 2, 1].map((k) => expect.closeTo(2 - 2 * Math.cos((k * Math.PI) / 5), 14))
    expect(symmetricEigen(chain).values).toEqual(expected)
  })

  test('each vector is stretched by its value, and all stand at right angles', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix)
        vectors.forEach((vector, i) => {
          const stretched = vector.map((x) => values[i]! * x)
          expect(times(matrix, vector)).toEqual(Array.from(stretched, (x) => expect.closeTo(x, 10)))
          vectors.forEach((other, j) => {
            const dot = vector.reduce((sum, x, at) => sum + x * other[at]!, 0)
            expect(dot).toBeCloseTo(i === j ? 1 : 0, 10)
          })
        })
        expect([...values]).toEqual([...values].sort((a, b) => b - a))
      }),
    )
  })

  test('a matrix of zeros and an empty one', () => {
    expect(
      symmetricEigen([
        [0, 0],
        [0, 0],
      ]).values,
    ).toEqual([0, 0])
    expect(symmetricEigen([])).toEqual({ values: [], vectors: [] })
  })
})
