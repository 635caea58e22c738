/** The eigenpairs of a symmetric matrix, largest value first. */
export interface Eigen {
  readonly values: readonly number[]
  /** `vectors[i]` belongs to `values[i]` and has length 1. */
  readonly vectors: readonly Float64Array[]
}

/**
 * All eigenpairs of a small symmetric matrix.
 *
 * Rotations, not QR: every pair of axes is turned until nothing is left off the diagonal, which is exact to the last
 * bits even where values coincide. Meant for sizes up to about a hundred.
 *
 * Shapes: n rows of n -> n values, n vectors of n.
 * Source: Jacobi 1846, in the form of Golub & Van Loan 2013, Matrix Computations, 4th ed., section 8.5.
 *
 * @example
 * symmetricEigen([[2, 1], [1, 2]]).values.map(Math.round) // => [3, 1]
 */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): Eigen {
  const n = matrix.length
  const a = matrix.map((row, i) => Float64Array.from(row, (entry, j) => (entry + matrix[j]![i]!) / 2))
  const v = a.map((_, i) => new Float64Array(n).fill(1, i, i + 1))
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 0; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q)
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]! || i - j)
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v[i]!) }
}

/** Turns axes p and q so that their shared entry vanishes; `v` holds one vector per row. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const ap = a[p]!
  const aq = a[q]!
  if (Math.abs(ap[q]!) <= NEGLIGIBLE * Math.sqrt(Math.abs(ap[p]! * aq[q]!))) {
    ap[q] = aq[p] = 0
    return
  }
  const tau = (aq[q]! - ap[p]!) / (2 * ap[q]!)
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau))
  const c = 1 / Math.sqrt(1 + t * t)
  const s = t * c
  for (let i = 0; i < a.length; i++) {
    const row = a[i]!
    const x = row[p]!
    const y = row[q]!
    row[p] = c * x - s * y
    row[q] = s * x + c * y
  }
  turn(ap, aq, c, s)
  turn(v[p]!, v[q]!, c, s)
  ap[q] = aq[p] = 0
}

function turn(x: Float64Array, y: Float64Array, c: number, s: number): void {
  for (let i = 0; i < x.length; i++) {
    const xi = x[i]!
    const yi = y[i]!
    x[i] = c * xi - s * yi
    y[i] = s * xi + c * yi
  }
}

function offDiagonal(a: readonly Float64Array[]): number {
  let largest = 0
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) largest = Math.max(largest, Math.abs(a[i]![j]!))
  return largest
}

const MAX_SWEEPS = 60
const NEGLIGIBLE = 1e-17
