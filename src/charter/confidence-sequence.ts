import type { RatificationBallot } from './schema.ts'

/**
 * What an open vote already shows of the share of yes on a roll, however often one looks.
 *
 * A person who watches a count and stops when it looks good is wrong far more often than a usual interval says. These
 * bounds hold at every look at once: a gambler who bets against "the share is at most m" and never goes into debt
 * multiplies their stake by 1/α with probability at most α if it is true (Ville 1939).
 */

export type Says = RatificationBallot['says']

export interface ShareBounds {
  readonly low: number
  readonly high: number
}

/** Everyone who may vote, when the count is looked at, and how often the bounds may fail over all looks. */
export interface Watching {
  readonly roll: number
  /** The count is looked at each time so many more have voted. */
  readonly every: number
  readonly alpha: number
}

/**
 * Bounds on the share of yes, of those who say yes or no, if everybody on the roll voted; all looks together miss the
 * true share with a probability of at most alpha.
 *
 * It rests on one thing: that who votes early is chance, as if people were drawn from the roll. Where supporters vote
 * first, or the count that is watched moves who votes next, it does not hold.
 *
 * Shapes: answers in the order in which they came -> bounds after the last look.
 * Units:  shares from 0 to 1, to the 4,096th part; nobody on the roll or no look yet: 0 and 1.
 * Source: Waudby-Smith & Ramdas 2024, J. R. Stat. Soc. B 86(1):1-27, section 5 (betting without replacement); ADR 0064.
 *
 * @example
 * shareSequence(['yes', 'no', 'yes'], { roll: 3, every: 1, alpha: 0.05 }).low // ~> 0.67
 * shareSequence(['yes', 'no', 'yes'], { roll: 100, every: 1, alpha: 0.05 }).low // ~> 0.04
 * shareSequence([], { roll: 100, every: 1, alpha: 0.05 }) // => { low: 0, high: 1 }
 */
export function shareSequence(answers: readonly Says[], watching: Watching): ShareBounds {
  const opposite = answers.map((says): Says => OPPOSITE[says])
  return {
    low: largestRefuted(answers, watching),
    high: 1 - largestRefuted(opposite, watching),
  }
}

/**
 * Whether the evidence that more than a share m says yes reached 1/alpha at some look.
 *
 * Abstaining counts as the share itself, so that it moves neither side: the mean over the roll is m exactly when the
 * share among yes and no is. Each bet puts a part of the stake on the next answer being yes, at the odds that the rest
 * of the roll would give if the share were m; the stakes of several bets are averaged.
 */
export function isRefuted(m: number, answers: readonly Says[], { roll, every, alpha }: Watching): boolean {
  const stakes = new Float64Array(BETS.length).fill(1)
  let sum = 0
  for (const [at, says] of answers.entries()) {
    const value = says === 'yes' ? 1 : says === 'no' ? 0 : m
    const left = roll * m - sum
    if (left > 0)
      for (const [bet, part] of BETS.entries()) stakes[bet]! *= 1 - part + (part * value * (roll - at)) / left
    sum += value
    if ((at + 1) % every !== 0 && at + 1 !== roll) continue
    // More than the whole roll could give if the share were m.
    if (sum > roll * m + ROUNDING) return true
    if (stakes.reduce((all, stake) => all + stake, 0) >= BETS.length / alpha) return true
  }
  return false
}

/** Parts of the stake: large ones find large differences soon, small ones find small ones. ADR 0064. */
const BETS = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64]

const OPPOSITE: Readonly<Record<Says, Says>> = { yes: 'no', no: 'yes', abstain: 'abstain' }

const STEPS = 12
const ROUNDING = 1e-9

/** By halving: what is refuted for a share is refuted for every smaller one. Each side may fail half of the times. */
function largestRefuted(answers: readonly Says[], watching: Watching): number {
  const half = { ...watching, alpha: watching.alpha / 2 }
  let [refuted, stands] = [0, 1]
  for (let step = 0; step < STEPS; step++) {
    const m = (refuted + stands) / 2
    if (isRefuted(m, answers, half)) refuted = m
    else stands = m
  }
  return refuted
}
