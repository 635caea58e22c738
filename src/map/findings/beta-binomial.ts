import { logGamma } from '../../kernel/index.ts'

/** How many of those who saw it answered one way, for every statement (row) and group (column). */
export interface Counts {
  readonly groups: number
  /** Row by row, `groups` numbers each. */
  readonly yes: Uint32Array
  readonly n: Uint32Array
}

/** What a group's share is scattered around, m: the middles of twenty equal steps from 0 to 1 (ADR 0034). */
export const MIDDLES = 20
/**
 * How closely it is scattered: a group's share is Beta(m·κ, (1 − m)·κ), κ one of these; at the first it is Beta(1, 1)
 * wherever the middle is, for groups that go their own way (ADR 0034).
 */
export const CLOSENESS: readonly number[] = [2, 1, 3, 10, 40, 150]
const OWN_WAY = 0

/** The imagined answers of a node of the grid: m·κ. By symmetry (1 − m)·κ is that of the mirrored middle. */
export const imagined = (middle: number, closeness: number): number =>
  closeness === OWN_WAY ? 1 : ((middle + 0.5) / MIDDLES) * CLOSENESS[closeness]!

/**
 * How likely each count is at every node of the grid, as a share of its likeliest node.
 *
 * Shapes: counts of c cells -> c × MIDDLES × CLOSENESS numbers, the last index fastest.
 * Source: the beta-binomial distribution, Skellam 1948, J. R. Stat. Soc. B 10(2):257-261; without the binomial
 *         coefficient, which is the same at every node.
 */
export function likelihoods({ yes, n }: Counts): Float64Array {
  const most = n.reduce((max, count) => Math.max(max, count), 0)
  const nodes = MIDDLES * CLOSENESS.length
  const rising = Array.from({ length: nodes }, (_, node) => risingLog(imaginedAt(node), most))
  const total = CLOSENESS.map((kappa) => risingLog(kappa, most))
  const likelihood = new Float64Array(yes.length * nodes)
  for (let cell = 0; cell < yes.length; cell++) {
    const logs = likelihood.subarray(cell * nodes, (cell + 1) * nodes)
    for (let node = 0; node < nodes; node++) {
      const closeness = node % CLOSENESS.length
      const mirrored = nodes - CLOSENESS.length - node + 2 * closeness
      logs[node] =
        rising[node]!(yes[cell]!) + rising[mirrored]!(n[cell]! - yes[cell]!) - total[closeness]!(n[cell]!)
    }
    const best = logs.reduce((max, log) => Math.max(max, log), Number.NEGATIVE_INFINITY)
    for (let node = 0; node < nodes; node++) logs[node] = Math.exp(logs[node]! - best)
  }
  return likelihood
}

const imaginedAt = (node: number): number =>
  imagined(Math.floor(node / CLOSENESS.length), node % CLOSENESS.length)

/** ln Γ(from + i) − ln Γ(from) for whole i: looked up for small i, where nearly all counts are. */
function risingLog(from: number, most: number): (i: number) => number {
  const sums = new Float64Array(Math.min(most, LOOKED_UP) + 1)
  for (let i = 1; i < sums.length; i++) sums[i] = sums[i - 1]! + Math.log(from + i - 1)
  const start = logGamma(from)
  return (i) => (i < sums.length ? sums[i]! : logGamma(from + i) - start)
}

const LOOKED_UP = 1024
