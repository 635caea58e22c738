import { balancedOn, evenly } from './balanced.ts'

/** A maximal lottery, as far as it was found. */
export interface MaximalLottery {
  /** The chance of each candidate. */
  readonly shares: Float64Array
  /**
   * The most by which any other candidate, or lottery, leads this one: at 0 nothing does, and the lottery is maximal.
   * Whoever has the leads and the shares can work it out again.
   */
  readonly exploitability: number
}

/** A lottery that others lead by less than this is good enough: one person in ten thousand (ADR 0054). */
export const GOOD_ENOUGH = 1e-4

/** What doubles leave of nothing. */
const EXACT = 1e-12

/** When to look how good it is: after so many rounds, then after half as many again; and when to stop all the same. */
const FIRST_LOOK = 16
const LOOK_AGAIN = 1.5
const MOST_ROUNDS = 20_000

/**
 * The lottery over candidates that a majority prefers to every other lottery, or is indifferent between the two.
 *
 * Where one candidate beats all others it takes all; in a circle, chances are shared so that nobody in the circle has
 * more claim than is theirs. Found by playing the candidates against one another: each round plays what would have
 * done better so far, and the mean of all rounds comes as close as one likes. Copies of a candidate share its chance.
 *
 * Shapes: leads count × count, minus themselves when transposed -> a share per candidate, summing to 1.
 * Units:  exploitability in those of the leads.
 * Errors: none; without candidates there are no shares, and nothing leads them.
 * Source: Fishburn 1984, Rev. Econ. Stud. 51(4):683-692; predictive regret matching+, Farina, Kroer & Sandholm 2021,
 * AAAI-21, algorithm 2, with quadratic averaging; ADR 0054.
 *
 * @example
 * [...maximalLottery(Float64Array.of(0, 0.2, -0.2, 0), 2).shares] // => [1, 0]
 */
export function maximalLottery(leads: Float64Array, count: number): MaximalLottery {
  const firsts = firstAlike(leads, count)
  const kept = [...firsts.keys()].filter((candidate) => firsts[candidate] === candidate)
  const game = Float64Array.from(
    { length: kept.length ** 2 },
    (_, cell) => leads[kept[Math.floor(cell / kept.length)]! * count + kept[cell % kept.length]!]!,
  )
  const found = solved(game, kept.length)
  const copies = new Float64Array(count)
  for (const first of firsts) copies[first]!++
  const shareOf = new Map(kept.map((candidate, at) => [candidate, found[at]!]))
  const shares = Float64Array.from(firsts, (first) => shareOf.get(first)! / copies[first]!)
  return { shares, exploitability: exploitabilityOf(leads, shares) }
}

/**
 * For each candidate the first one that leads, and is led by, exactly the same: itself, or what it is a copy of.
 *
 * @example
 * [...firstAlike(new Float64Array(4), 2)] // => [0, 0]
 */
export function firstAlike(leads: Float64Array, count: number): Int32Array {
  const isSame = (a: number, b: number) => {
    for (let other = 0; other < count; other++)
      if (leads[a * count + other] !== leads[b * count + other]) return false
    return true
  }
  const firsts = new Int32Array(count)
  for (let candidate = 0; candidate < count; candidate++) {
    let first = 0
    while (first < candidate && !isSame(first, candidate)) first++
    firsts[candidate] = first
  }
  return firsts
}

/** By how much each candidate leads the lottery. */
export function leadsOver(leads: Float64Array, shares: Float64Array): Float64Array {
  const count = shares.length
  const led = new Float64Array(count)
  for (let other = 0; other < count; other++) {
    const share = shares[other]!
    if (share === 0) continue
    // By rows, which lie together in memory: what leads the other is minus what the other leads.
    for (let candidate = 0; candidate < count; candidate++)
      led[candidate]! -= share * leads[other * count + candidate]!
  }
  return led
}

const exploitabilityOf = (leads: Float64Array, shares: Float64Array): number =>
  leadsOver(leads, shares).reduce((most, lead) => Math.max(most, lead), 0)

/**
 * The mean of what was played, later rounds counting for more because they play better; or the exact lottery, as soon
 * as the candidates that have a chance in it are found.
 */
function solved(game: Float64Array, count: number): Float64Array {
  const regrets = new Float64Array(count)
  const played = new Float64Array(count)
  let play = evenly(new Float64Array(count))
  let look = FIRST_LOOK
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const lead = leadsOver(game, play)
    for (let at = 0; at < count; at++) {
      played[at]! += round * round * play[at]!
      regrets[at] = Math.max(0, regrets[at]! + lead[at]!)
    }
    if (round === look) {
      const mean = evenly(played)
      const exact = balancedOn(game, mean, 0.5 / round)
      if (exact !== null && exploitabilityOf(game, exact) < EXACT) return exact
      if (exploitabilityOf(game, mean) < GOOD_ENOUGH) return mean
      look = Math.ceil(look * LOOK_AGAIN)
    }
    play = evenly(regrets.map((regret, at) => Math.max(0, regret + lead[at]!)))
  }
  return evenly(played)
}
