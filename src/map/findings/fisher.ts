import { logGamma } from '../../kernel/index.ts'

/**
 * How surprising it is that a of n here and b of m there answered so, if both answer alike: the probability of a
 * table no likelier than this one, given its margins. Exact for any counts, also the smallest.
 *
 * Errors: none; with nobody on one side nothing is surprising, and it is 1. Never 0: at least 1e-300.
 * Source: Fisher 1935, J. R. Stat. Soc. 98(1):39-82; two sides by probability, Freeman & Halton 1951, Biometrika
 *         38:141-149.
 *
 * @example
 * fisherExact([3, 4], [1, 4]) // ~> 0.485714
 * fisherExact([10, 10], [0, 10]) // ~> 0.0000108
 */
export function fisherExact(here: readonly [number, number], there: readonly [number, number]): number {
  const [[a, n], [b, m]] = [here, there]
  const yes = a + b
  const [least, most] = [Math.max(0, yes - m), Math.min(n, yes)]
  const mode = Math.min(most, Math.max(least, Math.floor(((n + 1) * (yes + 1)) / (n + m + 2))))
  const observed = Math.exp(logWeight(a, yes, [n, m]) - logWeight(mode, yes, [n, m]))
  let [all, rare] = [0, 0]
  const add = (weight: number) => {
    all += weight
    if (weight <= observed * (1 + ROUNDING)) rare += weight
  }
  for (let x = mode, weight = 1; x <= most && weight > NEGLIGIBLE; x++) {
    add(weight)
    weight *= ((yes - x) * (n - x)) / ((x + 1) * (m - yes + x + 1))
  }
  for (let x = mode, weight = 1; x > least && weight > NEGLIGIBLE; x--) {
    weight *= (x * (m - yes + x)) / ((yes - x + 1) * (n - x + 1))
    add(weight)
  }
  return Math.min(1, Math.max(SMALLEST, Math.max(rare, observed) / all))
}

/** ln of how many ways x of the `yes` fall on n people and the others on m, without what is the same for all x. */
const logWeight = (x: number, yes: number, [n, m]: readonly [number, number]): number =>
  -logGamma(x + 1) - logGamma(yes - x + 1) - logGamma(n - x + 1) - logGamma(m - yes + x + 1)

/** Tables that are as likely differ by rounding. */
const ROUNDING = 1e-9
/** Weights this small, next to the likeliest table's 1, no longer change the sum. */
const NEGLIGIBLE = 1e-18
const SMALLEST = 1e-300
