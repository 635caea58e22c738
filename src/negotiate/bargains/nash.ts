import { type Agreement, agreementOn, type Bargain, gainsOf } from './bargain.ts'
import { egalitarian } from './egalitarian.ts'

export interface NashAgreement extends Agreement {
  /** How much larger the mean logarithm of the gains could at most be: 0 for the best lottery. */
  readonly gap: number
}

/** Good enough, and after how many rounds to stop all the same; the gap then says so (ADR 0055). */
const CLOSE_ENOUGH = 1e-9
const MOST_ROUNDS = 10_000

/** A gain below this is one that rounding made. */
const NOTHING = 1e-9

/**
 * What makes the product of the groups' gains as large as can be, of all lotteries that leave nobody worse off.
 *
 * Scales do not matter: to count a group's gains double doubles every product. What the groups have without an
 * agreement matters much. Groups that cannot gain are not in the product; nothing is taken from them.
 *
 * Starts where the lowest gain is highest, and moves weight from the option that helps least to the one that helps
 * most, as long as that helps.
 *
 * Source: Nash 1950, Econometrica 18(2):155-162; pairwise Frank-Wolfe, Lacoste-Julien & Jaggi 2015, NIPS 28; ADR 0055.
 *
 * @example
 * nash({ utilities: [[10, 0, 6], [0, 4, 3]], disagreement: [0, 0] }).utilities[0] // ~> 6.0
 */
export function nash(bargain: Bargain): NashAgreement {
  const start = egalitarian(bargain)
  const gains = gainsOf(bargain)
  const canGain = gains.map((_, group) => start.utilities[group]! - bargain.disagreement[group]! > NOTHING)
  const able = gains.filter((_, group) => canGain[group])
  if (able.length === 0) return { ...start, gap: 0 }
  const options = [...start.shares.keys()].filter((option) =>
    gains.every((row, group) => canGain[group] || row[option]! >= 0),
  )
  // The start is one thing to choose, so that what it balances among the others stays balanced.
  const atoms = [
    able.map((row) => start.shares.reduce((sum, share, option) => sum + share * row[option]!, 0)),
    ...options.map((option) => able.map((row) => row[option]!)),
  ]
  const { weights, gap } = climbed(atoms)
  const shares = start.shares.map((share) => share * weights[0]!)
  for (const [at, option] of options.entries()) shares[option]! += weights[at + 1]!
  return { ...agreementOn(bargain, shares), gap }
}

/** The weights of the atoms, all on the first at the start, with the largest product of mixed gains. */
function climbed(atoms: readonly (readonly number[])[]): { weights: Float64Array; gap: number } {
  const groups = atoms[0]!.length
  const weights = new Float64Array(atoms.length)
  weights[0] = 1
  for (let round = 0; ; round++) {
    const mixed = atoms[0]!.map((_, group) =>
      atoms.reduce((sum, atom, at) => sum + weights[at]! * atom[group]!, 0),
    )
    const slopes = atoms.map((atom) => mixed.reduce((sum, gain, group) => sum + atom[group]! / gain, 0))
    const best = slopes.reduce((first, slope, at) => (slope > slopes[first]! ? at : first), 0)
    const gap = Math.max(0, Math.log(slopes[best]! / groups))
    if (gap <= CLOSE_ENOUGH || round === MOST_ROUNDS) return { weights, gap }
    const worst = slopes.reduce(
      (least, slope, at) => (weights[at]! > 0 && (least < 0 || slope < slopes[least]!) ? at : least),
      -1,
    )
    const along = mixed.map((_, group) => atoms[best]![group]! - atoms[worst]![group]!)
    const moved = bestStep(mixed, along, weights[worst]!)
    weights[best]! += moved
    weights[worst] = moved === weights[worst] ? 0 : weights[worst]! - moved
  }
}

/** After so many halves of 1, doubles tell them apart no more. */
const HALVINGS = 60

/** How far to go for the largest product, at most so far: where the slope turns, by halving. */
function bestStep(gains: readonly number[], along: readonly number[], most: number): number {
  const stillHelps = (step: number) => {
    const after = gains.map((gain, group) => gain + step * along[group]!)
    return (
      after.every((gain) => gain > 0) &&
      after.reduce((slope, gain, group) => slope + along[group]! / gain, 0) >= 0
    )
  }
  if (stillHelps(most)) return most
  let [low, high] = [0, most]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (stillHelps(middle)) low = middle
    else high = middle
  }
  return low
}
