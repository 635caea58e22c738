import { byId, type Interval, LEVEL, normalQuantile } from '../../kernel/index.ts'
import { backed, cholesky } from './cholesky.ts'

/** One thing over another, or a tie. */
export interface Duel<Item extends string> {
  readonly a: Item
  readonly b: Item
  readonly prefers: 'a' | 'b' | 'tie'
}

/** Strengths of things that were compared with one another, directly or through others. */
export interface Strengths<Item extends string> {
  /** Strongest first. */
  readonly items: readonly Item[]
  /** Log-odds against the mean of this component; `n` is the number of duels the item was in. */
  readonly strength: ReadonlyMap<Item, Interval>
  /** Of the centred strengths, row by row in the order of `items`. */
  readonly covariance: Float64Array
  readonly duels: number
  readonly ties: number
}

/**
 * How likely a strength is before any duel: normal around the mean with this precision. At 1, 19 of 20 pairs have
 * odds below 16 to 1. ADR 0024.
 */
export const PRIOR_PRECISION = 1

/**
 * The most probable strengths under Bradley and Terry's model, one set per connected component: things never compared,
 * even through others, get no common scale.
 *
 * A tie counts as half a win each way: the counts that Davidson's model rests on, without its parameter for ties.
 *
 * Shapes: duels -> components, largest first; covariance is items x items.
 * Units:  log-odds.
 * Errors: throws RangeError for a thing compared with itself or a precision that is not positive.
 * Source: Bradley & Terry 1952, Biometrika 39(3/4):324-345; maximum a posteriori by Newton's method, intervals by
 * Laplace's approximation (MacKay 2003, Information Theory, Inference, and Learning Algorithms, ch. 27); ADR 0024.
 *
 * @example
 * bradleyTerry([{ a: 'x', b: 'y', prefers: 'a' }])[0].items // => ['x', 'y']
 */
export function bradleyTerry<Item extends string>(
  duels: readonly Duel<Item>[],
  precision = PRIOR_PRECISION,
): readonly Strengths<Item>[] {
  if (!(precision > 0)) throw new RangeError(`a prior needs a positive precision, got ${precision}`)
  const same = duels.find(({ a, b }) => a === b)
  if (same !== undefined) throw new RangeError(`"${same.a}" is compared with itself`)
  return componentsOf(duels)
    .map((component) => fitted(component, precision))
    .sort((a, b) => b.items.length - a.items.length || byId(a.items[0] ?? '', b.items[0] ?? ''))
}

/**
 * The probability that one thing is preferred to another, with its interval; null where they stand in no common
 * component, because nothing says how they compare.
 */
export function preferenceOf<Item extends string>(
  components: readonly Strengths<Item>[],
  over: Item,
  under: Item,
): Interval | null {
  const component = components.find(({ strength }) => strength.has(over) && strength.has(under))
  if (component === undefined) return null
  const { items, strength, covariance } = component
  const [i, j, n] = [items.indexOf(over), items.indexOf(under), items.length]
  const at = (row: number, column: number) => covariance[row * n + column] ?? 0
  const difference = (strength.get(over)?.estimate ?? 0) - (strength.get(under)?.estimate ?? 0)
  const spread = Z * Math.sqrt(Math.max(0, at(i, i) + at(j, j) - 2 * at(i, j)))
  return {
    estimate: logistic(difference),
    low: logistic(difference - spread),
    high: logistic(difference + spread),
    n: component.duels,
    method: 'laplace',
    level: LEVEL,
  }
}

const Z = normalQuantile((1 + LEVEL) / 2)

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

interface Component<Item extends string> {
  readonly items: readonly Item[]
  readonly duels: readonly Duel<Item>[]
}

function componentsOf<Item extends string>(duels: readonly Duel<Item>[]): readonly Component<Item>[] {
  const parent = new Map<Item, Item>()
  const rootOf = (item: Item): Item => {
    const up = parent.get(item) ?? item
    if (up === item) return item
    const root = rootOf(up)
    parent.set(item, root)
    return root
  }
  for (const { a, b } of duels) {
    for (const item of [a, b]) if (!parent.has(item)) parent.set(item, item)
    parent.set(rootOf(a), rootOf(b))
  }
  const members = new Map<Item, Item[]>()
  for (const item of [...parent.keys()].sort(byId)) {
    const root = rootOf(item)
    members.set(root, [...(members.get(root) ?? []), item])
  }
  return [...members].map(([root, items]) => ({ items, duels: duels.filter(({ a }) => rootOf(a) === root) }))
}

function fitted<Item extends string>({ items, duels }: Component<Item>, precision: number): Strengths<Item> {
  const pairs = pairsOf(items, duels)
  const theta = mostProbable(pairs, items.length, precision)
  const covariance = centredCovariance(curvature(pairs, theta, precision), precision, items.length)
  const order = items.map((_, at) => at).sort((i, j) => (theta[j] ?? 0) - (theta[i] ?? 0) || i - j)
  const met = items.map(() => 0)
  for (const pair of pairs) for (const at of [pair.i, pair.j]) met[at] = (met[at] ?? 0) + pair.met
  const n = items.length
  return {
    items: order.map((at) => items[at] as Item),
    strength: new Map(
      order.map((at) => {
        const spread = Z * Math.sqrt(covariance[at * n + at] ?? 0)
        const estimate = theta[at] ?? 0
        const interval: Interval = {
          estimate,
          low: estimate - spread,
          high: estimate + spread,
          n: met[at] ?? 0,
          method: 'laplace',
          level: LEVEL,
        }
        return [items[at] as Item, interval]
      }),
    ),
    covariance: Float64Array.from({ length: n * n }, (_, cell) => {
      const [row, column] = [order[Math.floor(cell / n)] ?? 0, order[cell % n] ?? 0]
      return covariance[row * n + column] ?? 0
    }),
    duels: duels.length,
    ties: duels.filter(({ prefers }) => prefers === 'tie').length,
  }
}

/** Two items, by position, how often they met and how often the first won, a tie being half. */
interface Pair {
  readonly i: number
  readonly j: number
  readonly met: number
  readonly won: number
}

const WON = { a: 1, b: 0, tie: 0.5 } as const

function pairsOf<Item extends string>(items: readonly Item[], duels: readonly Duel<Item>[]): readonly Pair[] {
  const position = new Map(items.map((item, at) => [item, at]))
  const pairs = new Map<number, Pair>()
  for (const { a, b, prefers } of duels) {
    const [first, second] = [position.get(a) ?? 0, position.get(b) ?? 0]
    const [i, j, won] = first < second ? [first, second, WON[prefers]] : [second, first, 1 - WON[prefers]]
    const pair = pairs.get(i * items.length + j) ?? { i, j, met: 0, won: 0 }
    pairs.set(i * items.length + j, { i, j, met: pair.met + 1, won: pair.won + won })
  }
  // In one order, so that the same duels give the same bits however they came.
  return [...pairs].sort(([one], [other]) => one - other).map(([, pair]) => pair)
}

/** Newton's method, each step halved until it helps: the posterior has one peak, so this ends on it. */
function mostProbable(pairs: readonly Pair[], n: number, precision: number): Float64Array {
  let theta = new Float64Array(n)
  let value = logPosterior(pairs, theta, precision)
  for (let round = 0; round < 200; round++) {
    const step = solved(curvature(pairs, theta, precision), slope(pairs, theta, precision))
    let scale = 1
    let next = moved(theta, step, scale)
    let better = logPosterior(pairs, next, precision)
    // Less by rounding alone is not worse: near the peak the whole step is the right one.
    while (better < value - 1e-12 * (1 + Math.abs(value)) && scale > 1e-9) {
      scale /= 2
      next = moved(theta, step, scale)
      better = logPosterior(pairs, next, precision)
    }
    theta = next
    value = better
    if (step.every((each) => Math.abs(each) < 1e-10)) break
  }
  return theta
}

const moved = (theta: Float64Array, step: Float64Array, scale: number) =>
  theta.map((each, at) => each + scale * (step[at] ?? 0))

function logPosterior(pairs: readonly Pair[], theta: Float64Array, precision: number): number {
  const prior = theta.reduce((sum, each) => sum - (precision * each * each) / 2, 0)
  return pairs.reduce((sum, { i, j, met, won }) => {
    const d = (theta[i] ?? 0) - (theta[j] ?? 0)
    return sum - won * Math.log1p(Math.exp(-d)) - (met - won) * Math.log1p(Math.exp(d))
  }, prior)
}

function slope(pairs: readonly Pair[], theta: Float64Array, precision: number): Float64Array {
  const gradient = theta.map((each) => -precision * each)
  for (const { i, j, met, won } of pairs) {
    const surplus = won - met * logistic((theta[i] ?? 0) - (theta[j] ?? 0))
    gradient[i] = (gradient[i] ?? 0) + surplus
    gradient[j] = (gradient[j] ?? 0) - surplus
  }
  return gradient
}

/** Minus the second derivatives, row by row. */
function curvature(pairs: readonly Pair[], theta: Float64Array, precision: number): Float64Array {
  const n = theta.length
  const matrix = new Float64Array(n * n)
  const add = (row: number, column: number, value: number) => {
    matrix[row * n + column] = (matrix[row * n + column] ?? 0) + value
  }
  for (let at = 0; at < n; at++) add(at, at, precision)
  for (const { i, j, met } of pairs) {
    const p = logistic((theta[i] ?? 0) - (theta[j] ?? 0))
    const weight = met * p * (1 - p)
    add(i, i, weight)
    add(j, j, weight)
    add(i, j, -weight)
    add(j, i, -weight)
  }
  return matrix
}

/**
 * The covariance of strengths less their mean. The mean itself is known from the prior alone; with 11ᵀ/n added the
 * matrix is well conditioned however weak that prior is, and what was added is taken off again.
 */
function centredCovariance(matrix: Float64Array, precision: number, n: number): Float64Array {
  const root = cholesky(
    matrix.map((value) => value + 1 / n),
    n,
  )
  const inverse = new Float64Array(n * n)
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n)
    unit[column] = 1
    inverse.set(backed(root, unit), column * n)
  }
  return inverse.map((value) => value - 1 / (n * (precision + 1)))
}

const solved = (matrix: Float64Array, right: Float64Array): Float64Array =>
  backed(cholesky(matrix, right.length), right)
