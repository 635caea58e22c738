import { byId, type Interval, LEVEL, normalQuantile } from '../../kernel/index.ts'
import { type Component, componentsOf, type Duel, type PairCount, pairCounts } from './duels.ts'
import { laplace, type Posterior } from './posterior.ts'
import { onLikeliestScale, overAllScales } from './scales.ts'

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
 * How far apart strengths are before any duel: a normal prior of this precision; unknown; or the likeliest taken for
 * certain, which is usual and too sure of itself.
 */
export type Scale = { readonly precision: number } | 'unknown' | 'likeliest'

/**
 * Strengths under Bradley and Terry's model, one set per connected component: things never compared, even through
 * others, get no common scale.
 *
 * A tie counts as half a win each way: the counts that Davidson's model rests on, without its parameter for ties.
 *
 * Shapes: duels -> components, largest first; covariance is items x items.
 * Units:  log-odds.
 * Errors: throws RangeError for a thing compared with itself or a precision that is not positive.
 * Source: Bradley & Terry 1952, Biometrika 39(3/4):324-345; of a known scale the most probable strengths with Laplace's
 *         intervals, of an unknown one all scales together; ADR 0024, 0059.
 *
 * @example
 * bradleyTerry([{ a: 'x', b: 'y', prefers: 'a' }])[0].items // => ['x', 'y']
 */
export function bradleyTerry<Item extends string>(
  duels: readonly Duel<Item>[],
  scale: Scale = 'unknown',
): readonly Strengths<Item>[] {
  if (typeof scale === 'object' && !(scale.precision > 0))
    throw new RangeError(`a prior needs a positive precision, got ${scale.precision}`)
  const same = duels.find(({ a, b }) => a === b)
  if (same !== undefined) throw new RangeError(`"${same.a}" is compared with itself`)
  return componentsOf(duels)
    .map((component) => fitted(component, scale))
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
  const at = (row: number, column: number) => covariance[row * n + column]!
  const apart = strength.get(over)!.estimate - strength.get(under)!.estimate
  const spread = Z * Math.sqrt(Math.max(0, at(i, i) + at(j, j) - 2 * at(i, j)))
  return {
    estimate: logistic(apart),
    low: logistic(apart - spread),
    high: logistic(apart + spread),
    n: component.duels,
    method: 'laplace',
    level: LEVEL,
  }
}

const Z = normalQuantile((1 + LEVEL) / 2)

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

function fitted<Item extends string>(component: Component<Item>, scale: Scale): Strengths<Item> {
  const { items, duels } = component
  const pairs = pairCounts(component)
  const n = items.length
  const { mean, covariance } = posteriorOf(pairs, n, scale)
  const order = items.map((_, at) => at).sort((i, j) => mean[j]! - mean[i]! || i - j)
  const met = timesMet(pairs, n)
  return {
    items: order.map((at) => items[at]!),
    strength: new Map(
      order.map((at) => [items[at]!, within(mean[at]!, covariance[at * n + at]!, met[at]!)] as const),
    ),
    covariance: Float64Array.from(
      { length: n * n },
      (_, cell) => covariance[order[Math.floor(cell / n)]! * n + order[cell % n]!]!,
    ),
    duels: duels.length,
    ties: duels.filter(({ prefers }) => prefers === 'tie').length,
  }
}

function posteriorOf(pairs: readonly PairCount[], items: number, scale: Scale): Posterior {
  if (scale === 'unknown') return overAllScales(pairs, items)
  if (scale === 'likeliest') return onLikeliestScale(pairs, items)
  return laplace({ pairs, items, precision: scale.precision })
}

function timesMet(pairs: readonly PairCount[], items: number): Float64Array {
  const met = new Float64Array(items)
  for (const pair of pairs) for (const at of [pair.i, pair.j]) met[at]! += pair.met
  return met
}

function within(estimate: number, variance: number, n: number): Interval {
  const spread = Z * Math.sqrt(variance)
  return { estimate, low: estimate - spread, high: estimate + spread, n, method: 'laplace', level: LEVEL }
}
