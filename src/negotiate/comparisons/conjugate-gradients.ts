/**
 * x with matrix x = right, to about twelve digits.
 *
 * Shapes: n x n, row by row; symmetric and positive definite.
 * Source: Golub & Van Loan 2013, Matrix Computations, 4th ed., algorithm 11.5.1, with the diagonal to precondition.
 *
 * @example
 * [...conjugateGradients(Float64Array.of(4, 0, 0, 5), Float64Array.of(8, 10))] // => [2, 2]
 */
export function conjugateGradients(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const x = new Float64Array(n)
  const rest = Float64Array.from(right)
  const scaled = (vector: Float64Array) => vector.map((each, at) => each / matrix[at * n + at]!)
  let direction = scaled(rest)
  let size = dot(rest, direction)
  const enough = size * 1e-24
  for (let round = 0; round < 4 * n && size > enough; round++) {
    const image = times(matrix, direction)
    const far = size / dot(direction, image)
    for (let at = 0; at < n; at++) {
      x[at]! += far * direction[at]!
      rest[at]! -= far * image[at]!
    }
    const next = scaled(rest)
    const nextSize = dot(rest, next)
    const keep = nextSize / size
    direction = next.map((each, at) => each + keep * direction[at]!)
    size = nextSize
  }
  return x
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length
  const image = new Float64Array(n)
  for (let row = 0; row < n; row++) image[row] = dot(matrix.subarray(row * n, (row + 1) * n), vector)
  return image
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}
