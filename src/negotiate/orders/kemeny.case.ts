import type { Pairwise } from '../pairwise.ts'

/**
 * The order that agrees with the most preferences of the most people, by trying every set of candidates in front; for
 * tests, with a dozen candidates at most.
 *
 * Source: Kemeny 1959, Daedalus 88(4):577-591; Held & Karp 1962 (the sets).
 */
export function kemeny({ count, wins }: Pairwise): {
  readonly order: readonly number[]
  readonly score: number
} {
  const best = new Map<number, { readonly order: readonly number[]; readonly score: number }>([
    [0, { order: [], score: 0 }],
  ])
  for (let front = 0; front < 2 ** count; front++) {
    const { order, score } = best.get(front)!
    const left = [...wins.keys()].slice(0, count).filter((candidate) => !(front & (1 << candidate)))
    for (const next of left) {
      const behind = left.filter((candidate) => candidate !== next)
      const more = score + behind.reduce((sum, other) => sum + wins[next * count + other]!, 0)
      const before = best.get(front | (1 << next))
      if (before === undefined || more > before.score)
        best.set(front | (1 << next), { order: [...order, next], score: more })
    }
  }
  return best.get(2 ** count - 1)!
}
