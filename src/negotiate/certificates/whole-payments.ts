import type { Payments } from './payments.ts'
import type { Seating } from './seating.ts'
import { UNIT } from './unit.ts'

/**
 * The payments rounded down to whole units, if they keep every condition exactly; null otherwise.
 *
 * Nothing is certified by a double: what is published is counted, in whole numbers.
 *
 * Shapes: units for each mark of the ballots.
 */
export function wholePayments(seating: Seating, { paid }: Payments): Float64Array | null {
  const units = paid.map((share) => Math.max(0, Math.floor(share * UNIT)))
  const collected = collectedUnits(seating, units)
  if (collected === null) return null
  const { seated, seats, ballots } = seating
  const seat = BigInt(ballots.everybody) * BigInt(UNIT)
  const fits = collected.every((sum, candidate) => {
    const all = BigInt(sum) * BigInt(seats)
    return seated[candidate] === 1 ? all <= seat : all < seat
  })
  return fits ? units : null
}

/** What comes together for each candidate; null where somebody pays more than they keep. */
function collectedUnits({ ballots, seated }: Seating, units: Float64Array): Float64Array | null {
  const { offsets, candidates } = ballots.approvals
  const collected = new Float64Array(seated.length)
  for (let ballot = 0; ballot < ballots.weights.length; ballot++) {
    let reserve = UNIT
    for (let at = offsets[ballot]!; at < offsets[ballot + 1]!; at++) reserve -= units[at]!
    for (let at = offsets[ballot]!; at < offsets[ballot + 1]!; at++) {
      if (units[at]! > reserve) return null
      const share = seated[candidates[at]!] === 1 ? units[at]! : reserve
      collected[candidates[at]!]! += share * ballots.weights[ballot]!
    }
    if (reserve < 0) return null
  }
  return collected
}
