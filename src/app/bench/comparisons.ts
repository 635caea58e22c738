import type { Bench } from './bench.ts'
import { type DuelsPlan, heldDifferences } from './covered/comparisons.ts'

/** Least share of 95 % intervals that must hold the truth (ADR 0059). */
const COVERED = { atLeast: 0.93 }

/** How often intervals from few comparisons hold the true difference, and what the usual ones hold. */
export const comparisons: Bench = {
  name: 'comparisons',
  measures: 'how often 95 % intervals of the difference between two strengths hold the planted one',
  run: async ({ seed, full }, say) =>
    SIZES.flatMap(([items, duels]) => {
      say(`${items} things, ${duels} comparisons`)
      const repeats = Math.ceil((full ? 4000 : 400) / items)
      const planOf = (scatter: number): DuelsPlan => ({ items, duels, scatter, repeats })
      const held = SCATTERS.map(
        (scatter) => [`scattered ${scatter}`, heldDifferences(planOf(scatter), 'unknown', seed)] as const,
      )
      const what = `difference of two strengths: ${items} things, ${duels} comparisons`
      return [
        {
          what,
          figure: Math.min(...held.map(([, share]) => share)),
          unit: 'share',
          parts: Object.fromEntries(held),
          target: COVERED,
        },
        {
          what: `${what}; the likeliest scale taken for certain`,
          figure: heldDifferences(planOf(1), 'likeliest', seed),
          unit: 'share',
        },
      ]
    }),
}

/** Few comparisons, and enough. */
const SIZES = [
  [20, 100],
  [20, 400],
  [50, 500],
  [50, 2500],
] as const
const SCATTERS = [0.25, 0.5, 1, 2, 3]
