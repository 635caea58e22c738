/**
 * The lower triangle L with L Lᵀ = matrix.
 *
 * Shapes: n x n, row by row -> the same, zeros above the diagonal. The matrix must be symmetric and positive definite.
 * Source: Golub & Van Loan 2013, Matrix Computations, 4th ed., algorithm 4.2.1.
 *
 * @example
 * [...cholesky(Float64Array.of(4, 2, 2, 5), 2)] // => [2, 0, 1, 2]
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
  const root = new Float64Array(n * n)
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * n + column] ?? 0
      for (let k = 0; k < column; k++) sum -= (root[row * n + k] ?? 0) * (root[column * n + k] ?? 0)
      root[row * n + column] = row === column ? Math.sqrt(sum) : sum / (root[column * n + column] ?? 1)
    }
  return root
}

/**
 * x with L Lᵀ x = right, forwards and then back.
 *
 * @example
 * [...backed(Float64Array.of(2, 0, 1, 2), Float64Array.of(8, 14))] // => [0.75, 2.5]
 */
export function backed(root: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const x = Float64Array.from(right)
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - (root[row * n + k] ?? 0) * (x[k] ?? 0)
    x[row] = (x[row] ?? 0) / (root[row * n + row] ?? 1)
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row] = (x[row] ?? 0) - (root[k * n + row] ?? 0) * (x[k] ?? 0)
    x[row] = (x[row] ?? 0) / (root[row * n + row] ?? 1)
  }
  return x
}
