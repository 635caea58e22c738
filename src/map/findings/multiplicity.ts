/**
 * Probabilities corrected for how many tests were made: of the tests whose corrected value is below a level, no
 * greater share is false than that level, on average, however the tests depend on each other.
 *
 * Shapes: one value per test -> one value per test, in the same order.
 * Source: Benjamini & Yekutieli 2001, Ann. Stat. 29(4):1165-1188, theorem 1.3; why not Benjamini-Hochberg: ADR 0034.
 *
 * @example
 * correctedForMany([0.01, 0.04]) // => [0.03, 0.06]
 * correctedForMany([]) // => []
 */
export function correctedForMany(probabilities: readonly number[]): number[] {
  const tests = probabilities.length
  const harmonic = probabilities.reduce((sum, _, at) => sum + 1 / (at + 1), 0)
  const falling = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]! || a - b)
  const corrected = new Array<number>(tests)
  let least = 1
  falling.forEach((test, at) => {
    least = Math.min(least, (probabilities[test]! * tests * harmonic) / (tests - at))
    corrected[test] = least
  })
  return corrected
}
