import { byKeys } from '../orders/by-keys.ts'

/** How many slates to try at most (ADR 0055). */
const MOST_TRIED = 5_000

/**
 * Every slate whose weighted sum is at most `slack` below the best one's; null where there are too many to try.
 *
 * A seat costs the slate the difference between the candidate and the first one that was left out, or the last seated.
 *
 * Shapes: one sum per candidate, more of them than seats; slates of candidates by number.
 * Source: fixing by reduced costs, Dantzig, Fulkerson & Johnson 1954, Oper. Res. 2(4):393-410; ADR 0055.
 *
 * @example
 * rivalsOf(Float64Array.of(0.9, 0.5, 0.4), 1, 0.5) // => [[0], [1], [2]]
 * rivalsOf(Float64Array.of(0.9, 0.5, 0.4), 1, 0.1) // => [[0]]
 */
export function rivalsOf(
  sums: Float64Array,
  seats: number,
  slack: number,
): readonly (readonly number[])[] | null {
  const order = byKeys(sums)
  const lastIn = sums[order[seats - 1]!]!
  const firstOut = sums[order[seats]!]!
  const surelyIn = order.slice(0, seats).filter((candidate) => sums[candidate]! - firstOut > slack)
  const open = order.filter(
    (candidate) => !surelyIn.includes(candidate) && lastIn - sums[candidate]! <= slack,
  )
  const missing = seats - surelyIn.length
  if (combinations(open.length, missing) > MOST_TRIED) return null
  return [...choices(open, missing)].map((chosen) => [...surelyIn, ...chosen])
}

/** How many ways there are to choose so many of so many. */
function combinations(of: number, chosen: number): number {
  let ways = 1
  for (let at = 1; at <= chosen; at++) ways = (ways * (of - chosen + at)) / at
  return ways
}

function* choices(from: readonly number[], count: number): Generator<readonly number[]> {
  if (count === 0) {
    yield []
    return
  }
  for (const [at, first] of from.entries())
    for (const rest of choices(from.slice(at + 1), count - 1)) yield [first, ...rest]
}
