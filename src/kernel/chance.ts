import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { sha256, utf8 } from './digest.ts'

/** Chance that enters as data: the same seed gives the same draws on every machine and every run. */
export interface Chance {
  /** A number in [0, 1). */
  uniform(): number
  /** A whole number in 0..below-1. */
  below(below: number): number
  /** A standard normal draw. */
  normal(): number
  /** A share drawn from Beta(a, b). */
  beta(a: number, b: number): number
  /** A copy of the items in an order drawn by chance. */
  shuffled<T>(items: readonly T[]): T[]
}

/**
 * A stream of chance named by its seed. Name streams for what they draw ('draft/bootstrap/7'), so that adding a
 * draw in one place moves no draw in another.
 *
 * Source: xoroshiro128+ by Blackman & Vigna 2018, through pure-rand; the seed is the head of its SHA-256.
 *
 * @example
 * chance('a').below(1000) === chance('a').below(1000) // => true
 */
export function chance(seed: string | number): Chance {
  const head = sha256(utf8(`parley chance ${seed}`))
  const generator = xoroshiro128plus(new DataView(head.buffer, head.byteOffset).getInt32(0))
  const uniform = () => uniformFloat64(generator)
  const below = (limit: number) => uniformInt(generator, 0, limit - 1)
  // Box & Muller 1958; the second of each pair is dropped, which keeps a draw a function of the calls before it.
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const shuffled = <T>(items: readonly T[]): T[] => {
    const order = [...items]
    for (let last = order.length - 1; last > 0; last--) {
      const pick = below(last + 1)
      ;[order[last], order[pick]] = [order[pick] as T, order[last] as T]
    }
    return order
  }
  const beta = (a: number, b: number) => {
    const yes = gamma(a, { uniform, normal })
    return yes / (yes + gamma(b, { uniform, normal }))
  }
  return { uniform, below, normal, beta, shuffled }
}

/** A Gamma(shape, 1) draw. Source: Marsaglia & Tsang 2000, ACM Trans. Math. Softw. 26(3):363-372. */
function gamma(shape: number, draw: Pick<Chance, 'uniform' | 'normal'>): number {
  if (shape < 1) return gamma(shape + 1, draw) * draw.uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = draw.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - draw.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
