import type { Pairwise } from '../pairwise.ts'

/** Close enough, as a part of the largest strength, and when to stop all the same. */
const CLOSE_ENOUGH = 1e-13
const MOST_ROUNDS = 10_000

/**
 * The strengths under which these preferences are likeliest, if a person prefers one candidate to another with the odds
 * of their strengths: the model that plain training on preferences fits.
 *
 * Imagined preferences, so many each way against a candidate of strength 1, keep the strength of one that always won,
 * or was never compared, finite.
 *
 * Shapes: quadratic in the candidates, times the rounds.
 * Units:  log-odds.
 * Source: Zermelo 1929; Bradley & Terry 1952, Biometrika 39(3/4):324-345; the rounds and the imagined preferences,
 * Newman 2023, J. Mach. Learn. Res. 24(238), eqs. 10 and 29.
 */
export function winStrengths({ count, wins }: Pairwise, imagined = 1): Float64Array {
  let odds = new Float64Array(count).fill(1)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = odds.slice()
    for (let one = 0; one < count; one++) {
      let won = imagined / (next[one]! + 1)
      let lost = won
      for (let other = 0; other < count; other++) {
        if (other === one) continue
        const together = next[one]! + next[other]!
        won += (wins[one * count + other]! * next[other]!) / together
        lost += wins[other * count + one]! / together
      }
      if (lost > 0) next[one] = won / lost
    }
    const moved = next.reduce((most, each, at) => Math.max(most, Math.abs(Math.log(each / odds[at]!))), 0)
    odds = next
    if (moved < CLOSE_ENOUGH) break
  }
  return odds.map(Math.log)
}
