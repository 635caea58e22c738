import type { Pairwise } from '../pairwise.ts'

/**
 * How often each candidate is preferred, on average over those it was compared with; one half where it was with none.
 *
 * What every model that gives each candidate one number comes to when all pairs are compared equally often.
 *
 * Source: Borda 1781; Siththaranjan, Laidlaw & Hadfield-Menell 2024, Distributional Preference Learning, ICLR, thm 3.2.
 *
 * @example
 * [...bordaScores({ count: 2, wins: Float64Array.of(0, 3, 1, 0), met: Float64Array.of(0, 9, 9, 0) })] // => [0.75, 0.25]
 */
export function bordaScores({ count, wins }: Pairwise): Float64Array {
  const scores = new Float64Array(count)
  for (let one = 0; one < count; one++) {
    let compared = 0
    for (let other = 0; other < count; other++) {
      const [won, lost] = [wins[one * count + other]!, wins[other * count + one]!]
      if (won + lost === 0) continue
      scores[one]! += won / (won + lost)
      compared++
    }
    scores[one] = compared === 0 ? 0.5 : scores[one]! / compared
  }
  return scores
}
