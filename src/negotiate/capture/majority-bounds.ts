import { betaBelow, JEFFREYS } from '../../kernel/index.ts'
import type { Stratum, Tally } from '../strata.ts'

/** So many steps the sum of all groups' shares is divided into; coarser steps widen the bounds, never break them. */
const STEPS = 192

/**
 * A bound on the probability that the weighted majority prefers a side, once any `ballots` added ones are counted.
 *
 * `against`: never less. Every group gets all of the ballots at once, each against, which no real ballots can do; their
 * own weight counts as nothing said for the side. `for`: never more, likewise. So the bound holds however the ballots
 * are divided, and falls, or rises, with their number. Sums are taken of what is rounded to the bound's side.
 *
 * Source: this project, ADR 0058: an answer against moves a Beta posterior down (first-order stochastic dominance).
 */
export function majorityBound(
  strata: readonly Stratum[],
  {
    ballots,
    unplaced,
    cast,
  }: { readonly ballots: number; readonly unplaced: number; readonly cast: 'for' | 'against' },
): number {
  // People in no group weigh only once one of them compared; an added ballot can be the first to.
  const newcomers = ballots + (strata.some(({ group }) => group === null) ? 0 : unplaced)
  const heard = strata.reduce((sum, { people }) => sum + people, 0)
  const share = ((heard + newcomers) / 2 - (cast === 'for' ? newcomers : 0)) / heard
  const sums = strata
    .map((stratum) => massesOf(moved(stratum, ballots, cast), stratum.people / heard, cast))
    .reduce(convolved)
  return sums.reduce((sum, mass, step) => (step / STEPS > share ? sum + mass : sum), 0)
}

const moved = ({ wins, n }: Tally, ballots: number, cast: 'for' | 'against'): Tally => ({
  wins: cast === 'for' ? wins + ballots : wins,
  n: n + ballots,
})

/** The posterior of a group's part of the weighted share, in steps, each answer rounded down, or up for a bound above. */
function massesOf({ wins, n }: Tally, weight: number, cast: 'for' | 'against'): Float64Array {
  const steps = Math.ceil(weight * STEPS)
  const masses = new Float64Array(steps + 2)
  let below = 0
  for (let step = 0; step <= steps; step++) {
    const upTo = Math.min(1, (step + 1) / STEPS / weight)
    const next = betaBelow(upTo, wins + JEFFREYS.yes, n - wins + JEFFREYS.no)
    masses[cast === 'against' ? step : step + 1]! += next - below
    below = next
  }
  return masses
}

function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const sums = new Float64Array(a.length + b.length)
  for (const [x, mass] of a.entries())
    if (mass > 0) for (const [y, other] of b.entries()) sums[x + y]! += mass * other
  return sums
}
