import type { Profile } from '../profile.ts'
import { TIE } from '../rising-prices.ts'
import type { SeatCounts } from '../seat-counts.ts'
import { gainOf, lossOf, mostGainOf } from './score.ts'

/** A candidate for the seat at a place, and what that adds to the PAV score. */
export interface Swap {
  readonly candidate: number
  readonly place: number
  readonly gain: number
}

/**
 * The exchange of two candidates that raises the PAV score most, ties to the earlier one coming in and the later place
 * going out; null where none raises it by more than rounding.
 *
 * Who comes in gains what a seat adds to its supporters; those of them who also support who goes out have one seat
 * fewer by then, and gain more. Candidates who could not make up for the smallest loss even if all did are left out.
 *
 * Shapes: candidates seated, by place. The counts are those of who has how many seats with them.
 * Source: Aziz et al. 2018, AAAI 2018; ADR 0052.
 */
export function bestSwap(profile: Profile, seated: readonly number[], counts: SeatCounts): Swap | null {
  const losses = seated.map((candidate) => lossOf(counts.supportersWith(candidate)))
  const least = Math.min(...losses)
  const placeOf = new Int32Array(profile.candidates.length).fill(-1)
  for (const [place, candidate] of seated.entries()) placeOf[candidate] = place
  const moreWith = moreWithout(profile, { placeOf, places: seated.length, has: counts.has })
  const tie = TIE * Math.max(1, profile.everybody)
  let best: Swap | null = null
  for (let candidate = 0; candidate < placeOf.length; candidate++) {
    if (placeOf[candidate] !== -1) continue
    const supportersWith = counts.supportersWith(candidate)
    if (mostGainOf(supportersWith) - least <= (best?.gain ?? 0) + tie) continue
    const alone = gainOf(supportersWith)
    const more = moreWith(candidate)
    for (let place = losses.length - 1; place >= 0; place--) {
      const gain = alone + more[place]! - losses[place]!
      if (gain > (best?.gain ?? 0) + tie) best = { candidate, place, gain }
    }
  }
  return best
}

interface Seating {
  readonly placeOf: Int32Array
  readonly places: number
  readonly has: SeatCounts['has']
}

/** What a seat for a candidate adds beyond its gain once a place is empty: one number per place. Counts keep it exact. */
function moreWithout({ approvals, supporters, weights }: Profile, { placeOf, places, has }: Seating) {
  const { offsets, candidates } = approvals
  const width = places + 1
  const shared = new Float64Array(places * width)
  const share = (person: number) => {
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) {
      const place = placeOf[candidates[at]!]!
      if (place !== -1) shared[place * width + has[person]!]! += weights[person]!
    }
  }
  return (candidate: number): Float64Array => {
    shared.fill(0)
    for (let at = supporters.offsets[candidate]!; at < supporters.offsets[candidate + 1]!; at++)
      share(supporters.people[at]!)
    return new Float64Array(places).map((_, place) => {
      const supportersWith = shared.subarray(place * width, (place + 1) * width)
      return lossOf(supportersWith) - gainOf(supportersWith)
    })
  }
}
