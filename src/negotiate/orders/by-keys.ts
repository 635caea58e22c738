/** Keys that differ by less are the same: sums in another order differ by far less, and what truly differs by far more. */
const SAME = 1e-9

/**
 * Candidates by the first key, highest first; what ties there by the next, and so on; then the earlier first.
 *
 * @example
 * byKeys([0, 1, 1], [5, 2, 3]) // => [2, 1, 0]
 */
export function byKeys(...keys: readonly ArrayLike<number>[]): number[] {
  const rounded = keys.map((key) => Array.from(key, (value) => Math.round(value / SAME)))
  return Array.from(keys[0] ?? [], (_, candidate) => candidate).sort((a, b) => {
    const telling = rounded.find((key) => key[a] !== key[b])
    return telling === undefined ? a - b : telling[b]! - telling[a]!
  })
}
